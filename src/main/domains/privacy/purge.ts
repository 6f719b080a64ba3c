import type { PurgeCounts, PurgeReport } from '#shared/contract/privacy.ts';
import { GuichetError } from '#shared/errors.ts';
import { lastDueYear } from '#shared/rules/retention.ts';
import type { StationContext } from '#main/context.ts';
import { emptyLog } from '#main/database/empty-log.ts';
import { forgetInViews, type Traces } from '#main/domains/lists/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { destroyAbandoned } from './destroy-abandoned.ts';
import { destroyEmptyDocuments, destroyRegistration } from './destroy-registration.ts';
import { isDisposable } from './disposal-rule.ts';
import { disposableFiles, today } from './preview-disposal.ts';
import { addToReport, beginReport, endReport, getReport, type Visa } from './purge-report.ts';
import { retentionSettings } from './retention-settings.ts';

/** Files destroyed in one transaction: short enough for a clerk not to wait behind it. */
const AT_ONCE = 20;

const YEAR_MS = 365 * 86_400_000;

/** What the visa names, if it is still the same. Throws `nothing-due`, `disposal-changed`. */
export function approvedFiles(context: StationContext, reference: Reference, visa: Visa): string[] {
  const { ids, digest } = disposableFiles(context, reference);
  if (ids.length === 0) throw new GuichetError('nothing-due');
  if (digest !== visa.digest) throw new GuichetError('disposal-changed');
  return ids;
}

/**
 * Destroys the approved files (code du patrimoine L212-2: none without the visa). The rule is asked again of each file in the very
 * transaction that destroys it: one that was held a second ago stays. Stops between two transactions when cancelled.
 */
export async function purge(
  context: StationContext,
  reference: Reference,
  visa: Visa,
  { signal, report }: JobHandle,
): Promise<PurgeReport> {
  const { database, clock, files } = context;
  const ids = approvedFiles(context, reference, visa);
  const dueYear = lastDueYear(retentionSettings(database), today(context, reference));
  const reportId = beginReport(context, visa);
  for (let start = 0; start < ids.length && !signal.aborted; start += AT_ONCE) {
    const batch = ids.slice(start, start + AT_ONCE);
    const gone = database.transaction(() => destroyBatch(context, batch, dueYear, reportId));
    gone.forEach((id) => files.discard(id));
    const done = start + batch.length;
    report({ done, total: ids.length, label: `${done} sur ${ids.length}` });
    await new Promise(setImmediate);
  }
  destroyedRest(context, dueYear, reportId).forEach((id) => files.discard(id));
  leaveNoTrace(context);
  context.emit('views.changed', {});
  if (signal.aborted) throw new GuichetError('cancelled');
  endReport(database, reportId, clock.nowMs());
  return getReport(database, reportId);
}

function destroyBatch(
  { database, clock }: StationContext,
  ids: readonly string[],
  dueYear: number,
  reportId: string,
): string[] {
  const counts: PurgeCounts = { registrations: 0, candidates: 0, documents: 0, abandoned: 0, sessions: {} };
  const traces: Traces = { words: new Set(), references: new Set() };
  const gone: string[] = [];
  for (const id of ids) {
    const row = database.get(
      `SELECT r.exam_year FROM registration r WHERE r.id = ? AND ${isDisposable(database, clock.nowMs())}`,
      id,
      dueYear,
    );
    if (!row) continue;
    const year = String(row['exam_year']);
    const { fileIds, isLastOfCandidate } = destroyRegistration(database, id, traces);
    counts.registrations += 1;
    counts.candidates += Number(isLastOfCandidate);
    counts.documents += fileIds.length;
    counts.sessions[year] = (counts.sessions[year] ?? 0) + 1;
    gone.push(...fileIds);
  }
  forgetInViews(database, traces);
  addToReport(database, reportId, counts);
  return gone;
}

/**
 * A pile of letters is of a session that is due when it was printed before the year that followed it. What never became part of a file is
 * not an archive, and lasts as long as a file is in everyday use.
 */
function destroyedRest(context: StationContext, dueYear: number, reportId: string): string[] {
  const { database } = context;
  return database.transaction(() => {
    const documents = destroyEmptyDocuments(database, Date.UTC(dueYear, 0, 1));
    const abandoned = destroyAbandoned(database, abandonedBefore(context, dueYear));
    const gone = [...documents, ...abandoned.fileIds];
    addToReport(database, reportId, {
      registrations: 0,
      candidates: 0,
      documents: gone.length,
      abandoned: abandoned.count,
      sessions: {},
    });
    return gone;
  });
}

/** The first day of the first session that is still in everyday use; never less than a year ago, whatever the settings. */
function abandonedBefore({ database, clock }: StationContext, dueYear: number): number {
  const { intermediateYears } = retentionSettings(database);
  return Math.min(Date.UTC(dueYear + intermediateYears + 1, 0, 1), clock.nowMs() - YEAR_MS);
}

/** Deleted rows are overwritten as they go; what is left is the index of names, which only marks them, and the log. */
function leaveNoTrace({ database }: StationContext): void {
  database.run(`INSERT INTO name_index (name_index) VALUES ('optimize')`);
  emptyLog(database);
}
