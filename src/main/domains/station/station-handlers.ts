import { GuichetError } from '#shared/errors.ts';
import type { Handlers } from '#main/context.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Ports } from '#main/ports/ports.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { beginFirstSteps } from './begin-first-steps.ts';
import { requireGoodPassphrase } from './good-passphrase.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** What commands need that run before, or without, an unlocked station. */
export interface FrontDesk {
  keeper: SessionKeeper;
  clock: Clock;
  ports: Ports;
  reference: Reference;
}

type StationCommands =
  | 'station.status'
  | 'station.setup'
  | 'station.recover'
  | 'session.unlock'
  | 'session.lock'
  | 'safekeeping.restore';

export const stationHandlers: Handlers<StationCommands, FrontDesk> = {
  'station.status': (_input, { keeper, clock, ports }) => ({
    ...keeper.status(),
    nowMs: clock.nowMs(),
    version: ports.appInfo.version,
  }),
  'station.setup': async (input, { keeper, reference, ports }) => {
    if (!reference.findAcademy(input.academyCode)) {
      throw new GuichetError('invalid-input', { fields: [{ path: 'academyCode', code: 'unknown-academy' }] });
    }
    requireGoodPassphrase(input.passphrase, { path: 'passphrase', login: input.agentLogin });
    const agent = { login: input.agentLogin, name: input.agentName ?? input.agentLogin, role: input.role };
    const { name, office, academyCode, training } = input;
    const station = await keeper.setup({ name, office, academyCode, training, agent }, input.passphrase);
    if (input.beginsFirstSteps) beginFirstSteps(ports.firstSteps, station);
    return station;
  },
  'station.recover': (order, { keeper }) => keeper.recover(order),
  'session.unlock': (input, { keeper }) => keeper.unlock(input.login, input.passphrase),
  'safekeeping.restore': (order, { keeper }) => keeper.restore(order),
  'session.lock': async (_input, { keeper }) => {
    await keeper.lock();
    return {};
  },
};
