import type { RecordedReturn } from '#shared/contract/mail.ts';
import type { RegistrationStatus } from '#shared/contract/registrations.ts';
import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import { refreshStatus } from '#main/domains/file-life/index.ts';
import { admitReturn, returnsOf, signedReturns } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  getLiveRegistration,
  getRegistration,
  recordEvent,
  saveAttachment,
} from '#main/domains/registrations/index.ts';
import { keepReturn, type ReturnFacts } from './keep-return.ts';

interface Mail extends Omit<ReturnFacts, 'version' | 'pageId'> {
  number: string;
  version?: number | undefined;
}

/**
 * A confirmation that came back without a scan. An older version than the last is recorded too, but makes the file "returned" no
 * more than an unsigned one does. Throws `unknown-version` for one that was never made.
 */
export function recordReturn(
  context: StationContext,
  reference: Reference,
  mail: Mail,
): RecordedReturn & { status: RegistrationStatus; name: string; registrationNumber: string } {
  const registration = getLiveRegistration(context, mail.number);
  const version = mail.version ?? registration.version;
  if (version > registration.version)
    throw new GuichetError('unknown-version', { detail: { version: String(version) } });
  const { birthName, givenNames } = registration.answers.identification;
  return context.database.transaction(() => {
    const { kept, change } = keepReturn(context, reference, registration, { ...mail, version });
    saveAttachment(context, registration, { changes: [change] });
    return {
      ...kept,
      superseded: version < registration.version,
      status: refreshStatus(context, reference, registration.id),
      name: `${birthName} ${givenNames}`,
      registrationNumber: registration.registrationNumber,
    };
  });
}

/** Newest first. Versions made since are what supersedes one. */
export function recordedReturns(context: StationContext, number: string): RecordedReturn[] {
  const registration = getRegistration(context, number);
  return returnsOf(context.database, registration.id).map((kept) => ({
    ...kept,
    superseded: kept.version < registration.version,
  }));
}

/** A supervisor takes a late return all the same; it stays late, and says why it counts. Throws `no-late-return`. */
export function admitLateReturn(
  context: StationContext,
  { number, reason }: { number: string; reason: string },
): string {
  const registration = getLiveRegistration(context, number);
  const returns = signedReturns(context.database, registration.id, registration.version);
  const late = returns.filter(({ verdict, admittedReason }) => verdict === 'late' && admittedReason === null);
  if (late.length === 0) throw new GuichetError('no-late-return');
  context.database.transaction(() => {
    for (const { id } of late) admitReturn(context.database, id, reason);
    recordEvent(context, registration.id, 'returnAdmitted', { reason });
    const changes = late.map(({ id }) => ({
      path: `file.returns.${id}.admitted`,
      before: null,
      after: reason,
    }));
    saveAttachment(context, registration, { changes });
  });
  return registration.registrationNumber;
}
