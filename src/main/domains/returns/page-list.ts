import { pageLineSchema, type PageLine } from '#shared/contract/returned-pages.ts';
import { numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import { pageFactsOf } from './page-store.ts';

/** Signed and dated where there is a place for it, nothing on the paper but that, nothing to review. Of the last version when it was read. */
export const PLAIN = `(p.status = 'matched' AND p.needs_review = 0 AND p.mark_count = 0 AND coalesce(p.signature, 'present') = 'present'
  AND coalesce(p.dated, 'present') = 'present')`;

/** More than any stack that a person goes through; those that wait come first, so that none is out of reach. */
const MOST_LINES = 5000;

/** Pages of one paper stay together, at the rank of the worst of them; a page that could not be placed is alone. */
const SHEET = `CASE WHEN p.status = 'matched' THEN p.stack_id || p.registration_number || '/' || p.version ELSE p.id END, p.decision`;

const SELECT = `
  SELECT p.*, ${PLAIN} AS is_plain, r.birth_name, r.given_names,
    min(p.rank) OVER (PARTITION BY ${SHEET}) AS sheet_rank, min(p.rowid) OVER (PARTITION BY ${SHEET}) AS sheet_first
  FROM (
    SELECT rowid, id, stack_id, rank, version, sheet_page, decision, unsealed(decision_reason, id) AS decision_reason, decided_by,
      decided_at_ms, read_at_ms, file, file_page, status, registration_id, registration_number, sheet_pages, signature, dated,
      needs_review, mark_count, red_marks, unattached_marks, made_version, unsealed(question, id) AS question, asked_by, asked_at_ms,
      unsealed(answer, id) AS answer
    FROM returned_page
  ) p LEFT JOIN registration r ON r.id = p.registration_id`;

const ORDER = `
  ORDER BY CASE p.decision WHEN 'pending' THEN 0 WHEN 'asked' THEN 1 ELSE 2 END, -p.decided_at_ms, p.asked_at_ms,
    sheet_rank, sheet_first, p.sheet_page, p.rowid
  LIMIT ${MOST_LINES}`;

/** Pages waiting for a person, worst first; then those handed over; then the decided ones, newest first. */
export function listPages(
  database: ReadableDatabase,
  { stackId, asked }: { stackId?: string | undefined; asked: boolean },
): PageLine[] {
  const conditions = [...(asked ? [`p.decision = 'asked'`] : []), ...(stackId ? ['p.stack_id = ?'] : [])];
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return database.all(`${SELECT} ${where} ${ORDER}`, ...(stackId ? [stackId] : [])).map(toLine);
}

function toLine(row: Row): PageLine {
  return {
    ...pageFactsOf(row),
    file: textOf(row, 'file'),
    filePage: numberOf(row, 'file_page'),
    status: pageLineSchema.shape.status.parse(row['status']),
    registrationNumber: textOrNullOf(row, 'registration_number'),
    name: row['birth_name'] === null ? null : `${textOf(row, 'birth_name')} ${textOf(row, 'given_names')}`,
    version: numberOrNullOf(row, 'version'),
    sheetPage: numberOrNullOf(row, 'sheet_page'),
    sheetPages: numberOrNullOf(row, 'sheet_pages'),
    needsReview: numberOf(row, 'needs_review') === 1,
    redMarks: numberOf(row, 'red_marks'),
    unattachedMarks: numberOf(row, 'unattached_marks'),
    lacksSignature: [row['signature'], row['dated']].some((state) => state !== null && state !== 'present'),
    isPlain: numberOf(row, 'is_plain') === 1,
  };
}
