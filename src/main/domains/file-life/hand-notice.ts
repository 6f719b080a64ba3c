import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  campaignOf,
  getLiveRegistration,
  recordEvent,
  saveAttachment,
} from '#main/domains/registrations/index.ts';
import { noticesOf } from './checklist.ts';

/** Notes that the candidate left with a notice of his specialty (S1-07); once is enough. Throws `unknown-piece` for another one. */
export function handNotice(
  context: StationContext,
  reference: Reference,
  { number, title }: { number: string; title: string },
): void {
  const registration = getLiveRegistration(context, number);
  const notices = noticesOf(context, campaignOf(context, reference, registration), registration);
  const notice = notices.find((one) => one.title === title);
  if (!notice) throw new GuichetError('unknown-piece', { detail: { piece: title } });
  if (notice.handedAtMs !== null) return;
  context.database.transaction(() => {
    recordEvent(context, registration.id, 'noticeHanded', { title });
    saveAttachment(context, registration, {
      changes: [{ path: 'file.noticeHanded', before: null, after: title }],
    });
  });
}
