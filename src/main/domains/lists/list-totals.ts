import type { Exam } from '#shared/contract/answers.ts';
import { examSchema } from '#shared/contract/answers.ts';
import { statusSchema, type RegistrationStatus } from '#shared/contract/registrations.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { TALLIED, WALKED, type Where } from './list-where.ts';

export interface ListTotal {
  exam: Exam;
  status: RegistrationStatus;
  count: number;
}

export function totalsSql(where: Where): string {
  const [from, count] = where.isTallied
    ? [TALLIED, 'sum(r.files)']
    : [where.reach === 'manyByList' ? WALKED : 'registration r', 'count(*)'];
  return `SELECT r.exam, r.status, ${count} AS n FROM ${from} WHERE ${where.sql} GROUP BY r.exam, r.status`;
}

/**
 * How many files answer the filters, by exam and status: the totals of the list, as they are counted all along, or from indexes alone where
 * they hold the filters.
 */
export function totalsOf(database: ReadableDatabase, where: Where): ListTotal[] {
  return database.all(totalsSql(where), ...where.values).map((row) => ({
    exam: examSchema.parse(row['exam']),
    status: statusSchema.parse(row['status']),
    count: numberOf(row, 'n'),
  }));
}

export function sumOf(totals: readonly { count: number }[]): number {
  return totals.reduce((sum, { count }) => sum + count, 0);
}

/** Who ever registered someone here: one step through the index for each name, not for each file. */
export function clerksOf(database: ReadableDatabase): string[] {
  const rows = database.all(
    `WITH RECURSIVE clerk (name) AS (
       SELECT min(created_by) FROM registration
       UNION ALL
       SELECT (SELECT min(created_by) FROM registration WHERE created_by > clerk.name) FROM clerk WHERE clerk.name IS NOT NULL
     ) SELECT name FROM clerk WHERE name <> ''`,
  );
  return rows.map((row) => textOf(row, 'name'));
}
