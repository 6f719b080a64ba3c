import type { Arrival } from '#shared/contract/mail.ts';
import type { FieldChange } from '#shared/contract/registrations.ts';
import { GuichetError, type FieldProblem } from '#shared/errors.ts';
import { windowAt } from '#shared/rules/campaign-windows.ts';
import { judgeReturn } from '#shared/rules/judge-return.ts';
import { localMinute } from '#shared/rules/local-time.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import type { StationContext } from '#main/context.ts';
import { insertReturn, type StoredReturn } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { campaignOf, recordEvent, type StoredRegistration } from '#main/domains/registrations/index.ts';
import { newId } from '#main/new-id.ts';

export interface ReturnFacts {
  /** The version that the signature covers. */
  version: number;
  signed: boolean;
  dated: boolean;
  /** Handed over at the counter at this minute when nothing else is said. */
  arrival?: Arrival | undefined;
  /** The scanned page it was seen on. */
  pageId?: string;
}

/**
 * Keeps a confirmation that came back, judged by the rule of its window, and tells it in the history. Call it inside a transaction
 * that also sends the change it returns. Throws `invalid-input` for dates that cannot be.
 */
export function keepReturn(
  context: StationContext,
  reference: Reference,
  registration: StoredRegistration,
  facts: ReturnFacts,
): { kept: StoredReturn; change: FieldChange } {
  const { database, clock, agent } = context;
  const campaign = campaignOf(context, reference, registration);
  const now = localMinute(clock.nowMs(), campaign.timeZone);
  const { version, signed, dated } = facts;
  const arrival = facts.arrival ?? { modality: 'counter', receivedOn: now };
  requirePossible(arrival, now);
  const window = windowAt(campaign, registration.answers.candidature.exam, registration.createdAtMs);
  const kept: StoredReturn = {
    id: newId(),
    version,
    ...arrival,
    signed,
    dated,
    ...judgeReturn(arrival, window, campaign),
    unforeseenModality: !campaign.returnModalities.includes(arrival.modality),
    admittedReason: null,
    agent: agent.name,
    recordedAtMs: clock.nowMs(),
    hasScan: facts.pageId !== undefined,
  };
  insertReturn(database, registration.id, kept, facts.pageId ?? null);
  recordEvent(context, registration.id, 'returnRecorded', {
    version: formatVersion(version),
    modality: kept.modality,
    receivedOn: kept.receivedOn,
    verdict: kept.verdict,
    ...(kept.postmarkedOn === undefined ? {} : { postmarkedOn: kept.postmarkedOn }),
  });
  const sent = { version, ...arrival, signed, dated, verdict: kept.verdict };
  return { kept, change: { path: `file.returns.${kept.id}`, before: null, after: sent } };
}

/** A date in the future or a postmark after the receipt is a slip of the hand: said at once, nothing recorded. */
function requirePossible({ modality, postmarkedOn, receivedOn }: Arrival, now: string): void {
  const problems: FieldProblem[] = [];
  if (receivedOn > now.slice(0, receivedOn.length))
    problems.push({ path: 'receivedOn', code: 'date-in-future' });
  if (postmarkedOn !== undefined && modality !== 'post')
    problems.push({ path: 'postmarkedOn', code: 'postmark-not-by-post' });
  if (postmarkedOn !== undefined && postmarkedOn > receivedOn.slice(0, 10))
    problems.push({ path: 'postmarkedOn', code: 'postmark-after-receipt' });
  if (problems.length > 0) throw new GuichetError('invalid-input', { fields: problems });
}
