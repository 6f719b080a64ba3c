import type { Exam } from '#shared/contract/answers.ts';
import type { Campaign, CampaignWindow } from '#shared/contract/campaign.ts';
import type { OverdueFile } from '#shared/contract/mail.ts';
import type { FilePiece, RegistrationStatus } from '#shared/contract/registrations.ts';
import { closesMs, opensMs } from '#shared/rules/campaign-windows.ts';
import { judgeReturn, lastMoment, passedMs } from '#shared/rules/judge-return.ts';
import { SIGNED_CONFIRMATION } from '#shared/rules/pieces.ts';
import type { StationContext } from '#main/context.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import { filePieces, signedReturns } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { FILE_COLUMNS, fileSummaryOf, findRegistrationById } from '#main/domains/registrations/index.ts';
import type { Moment } from './overdue-r408.ts';

/** One exam of one window whose deadline has passed. */
interface Passed {
  campaign: Campaign;
  window: CampaignWindow;
  exam: Exam;
  deadline: string;
}

type Search = (context: StationContext, reference: Reference, passed: Passed, limit: number) => OverdueFile[];

/** Files of a campaign that have no valid return by the deadline of their window (S0-23, S1-10, S2-07). */
export function overdueReturns(
  context: StationContext,
  reference: Reference,
  { campaign, nowMs }: Moment,
  limit: number,
): OverdueFile[] {
  const found: OverdueFile[] = [];
  for (const passed of passedWindows(campaign, nowMs)) {
    for (const search of SEARCHES) found.push(...search(context, reference, passed, limit - found.length));
    if (found.length >= limit) break;
  }
  return found;
}

function passedWindows(campaign: Campaign, nowMs: number): Passed[] {
  return campaign.windows.flatMap((window) => {
    const deadline = lastMoment(window, campaign);
    if (deadline === undefined || nowMs < passedMs(deadline, campaign.timeZone)) return [];
    return window.exams.map((exam) => ({ campaign, window, exam, deadline }));
  });
}

/** Those registered here: a paper that came back to another counter is followed there, and its returns are not known here. */
const OURS = 'r.registered_at IS NULL';

/** By the index on campaign, exam and status: what is over or in order is never read. */
const OF_WINDOW = `FROM registration r INDEXED BY registration_campaign
  WHERE r.campaign_id = ? AND r.exam = ? AND r.status = ? AND r.created_at_ms >= ? AND r.created_at_ms < ? AND ${OURS}`;

function* filesOfWindow(
  database: ReadableDatabase,
  { campaign, window, exam }: Passed,
  status: RegistrationStatus,
): Iterable<Row> {
  yield* database.each(
    `SELECT ${FILE_COLUMNS}, r.version, EXISTS (SELECT 1 FROM confirmation_return c
       WHERE c.registration_id = r.id AND c.version < r.version AND c.signed = 1) AS signed_before ${OF_WINDOW}`,
    campaign.id,
    exam,
    status,
    opensMs(window, campaign),
    Math.min(closesMs(window, campaign), Number.MAX_SAFE_INTEGER),
  );
}

/** Nothing came back, or only a version that was changed since. */
const withoutReturn: Search = ({ database }, reference, passed, limit) => {
  const files: OverdueFile[] = [];
  for (const row of filesOfWindow(database, passed, 'awaitingReturn')) {
    if (files.length >= limit) break;
    const cause = numberOf(row, 'signed_before') === 1 ? 'olderVersionSigned' : 'noReturn';
    files.push({ ...fileSummaryOf(row, reference), cause, deadline: passed.deadline, missing: [] });
  }
  return files;
};

/**
 * It came back, but late, and nobody admitted it: from the few late ones (CROSS JOIN keeps that order). Judged again: a deadline may
 * have been put off since.
 */
const withLateReturn: Search = ({ database }, reference, passed, limit) => {
  const { campaign, window, exam, deadline } = passed;
  const rows = database.all(
    `SELECT DISTINCT ${FILE_COLUMNS}, r.version FROM confirmation_return c INDEXED BY confirmation_return_late
     CROSS JOIN registration r ON r.id = c.registration_id AND r.version = c.version
     WHERE c.verdict = 'late' AND r.campaign_id = ? AND r.exam = ? AND r.status IN ('returned', 'complete')
       AND r.created_at_ms >= ? AND r.created_at_ms < ?`,
    campaign.id,
    exam,
    opensMs(window, campaign),
    Math.min(closesMs(window, campaign), Number.MAX_SAFE_INTEGER),
  );
  return rows
    .filter((row) =>
      signedReturns(database, textOf(row, 'id'), numberOf(row, 'version')).every(
        (kept) => kept.admittedReason === null && judgeReturn(kept, window, campaign).verdict === 'late',
      ),
    )
    .slice(0, limit)
    .map((row) => ({ ...fileSummaryOf(row, reference), cause: 'lateReturn', deadline, missing: [] }));
};

/** S2-07: the signed confirmation is not enough where the campaign also wants the pieces by then. */
const withoutPieces: Search = ({ database }, reference, passed, limit) => {
  const files: OverdueFile[] = [];
  if (!passed.campaign.cancelsWithoutPieces) return files;
  for (const row of filesOfWindow(database, passed, 'returned')) {
    if (files.length >= limit) break;
    const registration = findRegistrationById(database, textOf(row, 'id'));
    if (!registration) continue;
    const missing = filePieces(database, registration, passed.campaign, reference).filter(isMissing);
    if (missing.length === 0) continue;
    files.push({
      ...fileSummaryOf(row, reference),
      cause: 'piecesMissing',
      deadline: passed.deadline,
      missing: missing.map((piece) => piece.label),
    });
  }
  return files;
};

/** Not there, or not the right one. What was deposited waits for us, not for the candidate; a dated piece has its own date. */
function isMissing({ id, state, dueOn }: FilePiece): boolean {
  return id !== SIGNED_CONFIRMATION && dueOn === undefined && (state === 'awaited' || state === 'rejected');
}

const SEARCHES: readonly Search[] = [withoutReturn, withLateReturn, withoutPieces];
