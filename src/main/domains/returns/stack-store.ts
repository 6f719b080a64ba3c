import { PAGE_STATUSES } from '#shared/contract/page-reading.ts';
import type { ReturnStack, StackSummary } from '#shared/contract/returned-pages.ts';
import { GuichetError } from '#shared/errors.ts';
import { numberOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';
import { PLAIN } from './page-list.ts';
import { incompleteSheets } from './sheet-pages.ts';

/** Begins a stack, or goes on with it. */
export function openStack(database: WritableDatabase, id: string, by: string, atMs: number): void {
  database.run('INSERT OR IGNORE INTO return_stack (id, read_at_ms, read_by) VALUES (?, ?, ?)', id, atMs, by);
}

/** How many files a stack holds, so that those that go on with it get names of their own. */
export function countFiles(database: ReadableDatabase, stackId: string): number {
  const row = database.get(
    'SELECT count(DISTINCT file) AS files FROM returned_page WHERE stack_id = ?',
    stackId,
  );
  return row ? numberOf(row, 'files') : 0;
}

/** Whether pages of this very file were read, in any stack. */
export function wasRead(database: ReadableDatabase, sha256: string): boolean {
  const sql =
    'SELECT 1 FROM stored_file f JOIN returned_page p ON p.source_file_id = f.id WHERE f.sha256 = ?';
  return database.get(sql, sha256) !== undefined;
}

const PROGRESS = `count(*) AS pages, sum(p.decision = 'pending') AS waiting, sum(p.decision = 'asked') AS asked`;

/** Those in which something waits first, then the newest; one whose pages were all destroyed is no longer shown. */
export function listStacks(database: ReadableDatabase): ReturnStack[] {
  return database
    .all(
      `SELECT s.id, s.read_at_ms, s.read_by, ${PROGRESS} FROM return_stack s JOIN returned_page p ON p.stack_id = s.id
       GROUP BY s.id ORDER BY sum(p.decision IN ('pending', 'asked')) = 0, s.read_at_ms DESC, s.id DESC LIMIT 200`,
    )
    .map(toStack);
}

/** Throws `unknown-stack`. */
export function stackSummary(database: ReadableDatabase, stackId: string): StackSummary {
  const counts = database.get(
    `SELECT s.id, s.read_at_ms, s.read_by, ${PROGRESS}, count(p.id) AS pages,
       sum(p.decision = 'accepted') AS accepted, sum(p.decision = 'refused') AS refused,
       sum(p.status = 'matched' AND p.signature = 'present') AS signed, sum(p.red_marks > 0) AS with_red,
       sum(p.unattached_marks > 0) AS with_unattached, sum(${PLAIN}) AS plain,
       ${PAGE_STATUSES.map((status) => `sum(p.status = '${status}') AS "${status}"`).join(', ')}
     FROM return_stack s LEFT JOIN returned_page p ON p.stack_id = s.id WHERE s.id = ? GROUP BY s.id`,
    stackId,
  );
  if (!counts) throw new GuichetError('unknown-stack');
  const count = (column: string) => (counts[column] === null ? 0 : numberOf(counts, column));
  return {
    ...toStack(counts),
    accepted: count('accepted'),
    refused: count('refused'),
    byStatus: Object.fromEntries(
      PAGE_STATUSES.map((status) => [status, count(status)]),
    ) as StackSummary['byStatus'],
    signed: count('signed'),
    withRed: count('with_red'),
    withUnattachedMarks: count('with_unattached'),
    plain: count('plain'),
    incompleteSheets: incompleteSheets(database, stackId),
    newVersions: newVersions(database, stackId),
  };
}

/** Only those that are still the last: a version that another one replaced is not to be printed. */
function newVersions(database: ReadableDatabase, stackId: string): StackSummary['newVersions'] {
  return database
    .all(
      `SELECT r.registration_number, r.birth_name, r.given_names, r.version FROM returned_page p
       JOIN registration r ON r.id = p.registration_id AND r.version = p.made_version
       WHERE p.stack_id = ? ORDER BY p.decided_at_ms, p.id`,
      stackId,
    )
    .map((row) => ({
      registrationNumber: textOf(row, 'registration_number'),
      name: `${textOf(row, 'birth_name')} ${textOf(row, 'given_names')}`,
      version: numberOf(row, 'version'),
    }));
}

/** A stack of which nothing was read yet sums nothing: null counts as none. */
function toStack(row: Row): ReturnStack {
  return {
    id: textOf(row, 'id'),
    readAtMs: numberOf(row, 'read_at_ms'),
    readBy: textOrNullOf(row, 'read_by'),
    pages: numberOf(row, 'pages'),
    waiting: Number(row['waiting'] ?? 0),
    asked: Number(row['asked'] ?? 0),
  };
}
