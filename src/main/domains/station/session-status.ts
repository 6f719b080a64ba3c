import type { CommandOutput } from '#shared/contract/index.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Vault } from '#main/vault/vault.ts';
import { expiredDaysOf, keySettingsOf } from './key-settings.ts';
import type { OpenSession } from './open-session.ts';
import { getStation } from './station-store.ts';

type SessionStatus = Omit<CommandOutput<'station.status'>, 'nowMs' | 'version'>;

/** What anybody may know of a data folder, and what the clerk who opened it knows. */
export function statusOf(vault: Vault, session: OpenSession | undefined, clock: Clock): SessionStatus {
  const header = vault.describe();
  const common = {
    training: header?.training ?? false,
    onlyLogin: header?.logins.length === 1 ? (header.logins[0] ?? null) : null,
    hasRecoveryKey: header ? header.recoveryMadeAtMs !== null : false,
  };
  if (!session || session.isSealed)
    return {
      ...common,
      state: header ? 'locked' : 'absent',
      station: null,
      agent: null,
      mustChangePassphrase: false,
      idleMinutes: 0,
      expiredDays: null,
    };
  const { database, context, mustChangePassphrase } = session;
  return {
    ...common,
    state: 'open',
    station: getStation(database),
    agent: context.agent,
    mustChangePassphrase,
    idleMinutes: keySettingsOf(database).idleMinutes,
    expiredDays: expiredDaysOf(database, clock.nowMs()),
  };
}
