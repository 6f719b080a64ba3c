import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import { textOrNullOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import { getRegistration, recordEvent, saveAttachment } from '#main/domains/registrations/index.ts';

/** Keeps a file for a litigation, whatever its age. Throws `already-held`. */
export function holdFile(context: StationContext, number: string, reason: string): void {
  setHold(context, number, reason, (before) => {
    if (before !== null) throw new GuichetError('already-held');
    return reason;
  });
}

/** The litigation is over: the file is as old as it is. Throws `not-held`. */
export function releaseFile(context: StationContext, number: string, reason: string): void {
  setHold(context, number, reason, (before) => {
    if (before === null) throw new GuichetError('not-held');
    return null;
  });
}

/** The centre is told, so that it keeps its copy too. */
function setHold(
  context: StationContext,
  number: string,
  reason: string,
  decide: (before: string | null) => string | null,
): void {
  const { database } = context;
  const registration = getRegistration(context, number);
  database.transaction(() => {
    const row =
      database.get(`SELECT ${opened('registration')} FROM registration WHERE id = ?`, registration.id) ?? {};
    const before = textOrNullOf(row, 'hold_reason');
    const after = decide(before);
    database.run('UPDATE registration SET hold_reason = sealed(?, id) WHERE id = ?', after, registration.id);
    recordEvent(context, registration.id, after === null ? 'released' : 'held', { reason });
    saveAttachment(context, registration, { changes: [{ path: 'file.hold', before, after }] });
  });
  context.emit('registrations.changed', { registrationNumber: registration.registrationNumber });
  context.emit('outbox.changed', {});
}
