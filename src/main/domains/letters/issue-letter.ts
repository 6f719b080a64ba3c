import type { LetterKind } from '#shared/contract/letters.ts';
import { GuichetError } from '#shared/errors.ts';
import { mayOverride } from '#shared/rights.ts';
import { letterRefusal } from '#shared/rules/campaign-letters.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { LETTER_LABELS } from '#shared/sentences/letter-sentences.ts';
import type { StationContext } from '#main/context.ts';
import type { PrintedPage } from '#main/documents/page-content.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  getRegistration,
  recordEvent,
  saveAttachment,
  type StoredRegistration,
} from '#main/domains/registrations/index.ts';
import { newId } from '#main/new-id.ts';
import { oneAtATime } from '#main/one-at-a-time.ts';
import { groundOf, letterFactsOf, type LetterFacts } from './letter-facts.ts';
import { getLetter, insertLetter, nextRank, type StoredLetter } from './letter-store.ts';
import { writeLetter } from './write-letter.ts';

export interface LetterOrder {
  number: string;
  kind: LetterKind;
  forcedReason?: string | undefined;
}

export interface IssuedLetter {
  letter: StoredLetter;
  pdf: Uint8Array;
  /** As placed, for a PDF of several letters. */
  pages: PrintedPage[];
}

/** A letter takes its rank before it is drawn, and is kept after: another to the same file must not take the same meanwhile. */
const inTurn = oneAtATime();

/** Writes, archives and tells: what is printed is always the archived file. Throws `letter-not-allowed`, or `forbidden` for a reminder forced without the right. */
export function issueLetter(
  context: StationContext,
  reference: Reference,
  order: LetterOrder,
): Promise<IssuedLetter> {
  return inTurn(() => issue(context, reference, order));
}

async function issue(
  context: StationContext,
  reference: Reference,
  { number, kind, forcedReason }: LetterOrder,
): Promise<IssuedLetter> {
  const { database, files, clock } = context;
  const registration = getRegistration(context, number);
  const facts = letterFactsOf(context, reference, registration);
  const forced = requireAllowed(context, kind, facts, forcedReason);
  const rank = nextRank(database, registration.id);
  // The PDF library takes longer to load than the rest of the program: only who writes waits for it.
  const { createMeasure, layoutLetter, renderPages } = await import('#main/documents/letter/index.ts');
  const pages = layoutLetter(writeLetter(kind, facts, rank), createMeasure());
  const issuedAtMs = clock.nowMs();
  const pdf = await renderPages(pages, {
    title: `${LETTER_LABELS[kind]} — ${registration.registrationNumber}`,
    issuedAtMs,
    author: facts.campaign.service.name,
  });
  const file = files.put(pdf, 'application/pdf');
  const id = newId();
  database.transaction(() => {
    insertLetter(database, {
      id,
      registrationId: registration.id,
      rank,
      kind,
      version: registration.version,
      fileId: file.id,
      issuedAtMs,
      issuedBy: context.agent.name,
    });
    recordEvent(context, registration.id, 'letterIssued', {
      kind,
      rank: String(rank),
      ...(forced === undefined ? {} : { forced }),
    });
    tellCentre(context, registration, { kind, rank, day: localDate(issuedAtMs, facts.campaign.timeZone) });
  });
  context.emit('registrations.changed', { registrationNumber: registration.registrationNumber });
  context.emit('outbox.changed', {});
  return { letter: getLetter(database, id), pdf, pages };
}

/** The reason for which the campaign's own rule was set aside, if it was. */
function requireAllowed(
  { agent }: StationContext,
  kind: LetterKind,
  facts: LetterFacts,
  forcedReason: string | undefined,
): string | undefined {
  const refusal = letterRefusal(kind, groundOf(facts));
  if (refusal === null) return undefined;
  if (refusal !== 'remindersOff' || forcedReason === undefined)
    throw new GuichetError('letter-not-allowed', { detail: { refusal } });
  if (!mayOverride(agent.role)) throw new GuichetError('forbidden');
  return forcedReason;
}

/** The centre takes nothing more of a file that ended. */
function tellCentre(
  context: StationContext,
  registration: StoredRegistration,
  { kind, rank, day }: { kind: LetterKind; rank: number; day: string },
): void {
  if (hasEnded(registration.status)) return;
  saveAttachment(context, registration, {
    changes: [{ path: `file.letters.${rank}`, before: null, after: `${kind} ${day}` }],
  });
}
