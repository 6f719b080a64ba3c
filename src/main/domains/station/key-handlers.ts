import { GuichetError } from '#shared/errors.ts';
import { mayOverride } from '#shared/rights.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import { requireGoodPassphrase } from './good-passphrase.ts';
import { keySettingsOf, lastContactAtMs, liftExpiry, setKeySettings } from './key-settings.ts';
import type { Keyring } from './keyring.ts';
import { getStation } from './station-store.ts';

type KeyCommands =
  | 'session.touch'
  | 'session.approve'
  | 'station.changePassphrase'
  | 'station.keySettings'
  | 'station.configureKeys'
  | 'station.liftExpiry'
  | 'station.makeRecoveryKey'
  | 'station.rekey';

export function keyHandlers(keyring: Keyring): Handlers<KeyCommands> {
  return {
    'session.touch': () => {
      keyring.touch();
      return {};
    },
    'session.approve': async ({ login, passphrase, override }, { approvals }) => {
      const approver = await keyring.prove(login, passphrase);
      if (!mayOverride(approver.role)) throw new GuichetError('approver-not-entitled');
      return { approval: approvals.give(approver, override), approvedBy: approver.name };
    },
    'station.changePassphrase': async ({ before, after }, { agent, emit }) => {
      requireGoodPassphrase(after, { path: 'after', login: agent.login, former: before });
      await keyring.changePassphrase(before, after);
      emit('session.changed', {});
      return {};
    },
    'station.keySettings': (_input, { database }) => ({
      ...keySettingsOf(database),
      recoveryMadeAtMs: keyring.recoveryMadeAtMs(),
      lastContactAtMs: lastContactAtMs(database),
    }),
    'station.configureKeys': (settings, { database, clock, emit }) => {
      setKeySettings(database, settings, clock.nowMs());
      emit('clerks.changed', {});
      return {};
    },
    'station.liftExpiry': (_input, { database, clock, emit }) => {
      liftExpiry(database, clock.nowMs());
      emit('clerks.changed', {});
      return {};
    },
    'station.makeRecoveryKey': async ({ printer }, context) => {
      const recoveryKey = keyring.makeRecoveryKey();
      const page = await recoveryPage(context, recoveryKey);
      context.emit('clerks.changed', {});
      const isPrinted = printer !== undefined && (await isTakenBy(printer, context, page));
      return { recoveryKey, page, isPrinted };
    },
    'station.rekey': async () => ({ withoutKey: await keyring.rekey() }),
  };
}

async function recoveryPage(
  { database, agent, clock }: StationContext,
  recoveryKey: string,
): Promise<Uint8Array> {
  const { renderRecoveryPage } = await import('#main/documents/recovery/index.ts');
  const { name, office, training } = getStation(database);
  const nowMs = clock.nowMs();
  const madeOn = frenchDate(new Date(nowMs).toISOString().slice(0, 10));
  return renderRecoveryPage(
    { stationName: name, office, training, recoveryKey, madeOn, madeBy: agent.name },
    nowMs,
  );
}

/** The key is made already and is shown: a printer that refuses must not hide it. */
function isTakenBy(printer: string, { ports }: StationContext, pdf: Uint8Array): Promise<boolean> {
  return ports.printer.print({ pdf, title: 'Clé de secours', printer }).then(
    () => true,
    () => false,
  );
}
