import type { StationContext } from '#main/context.ts';
import {
  getLiveRegistration,
  recordEvent,
  saveAttachment,
  setLocked,
} from '#main/domains/registrations/index.ts';

/** Locks or unlocks the pieces of a file (S4-26); nothing happens when it already is as asked. Returns its number. */
export function setFileLock(
  context: StationContext,
  number: string,
  locked: boolean,
  detail: Record<string, string> = {},
): string {
  const registration = getLiveRegistration(context, number);
  if (registration.locked === locked) return registration.registrationNumber;
  context.database.transaction(() => {
    setLocked(context.database, registration.id, locked);
    recordEvent(context, registration.id, locked ? 'locked' : 'unlocked', detail);
    saveAttachment(context, registration, {
      changes: [{ path: 'file.locked', before: !locked, after: locked }],
    });
  });
  return registration.registrationNumber;
}
