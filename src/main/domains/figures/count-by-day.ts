import type { Figures } from '#shared/contract/figures.ts';
import { addDays, localDate, localToMs } from '#shared/rules/local-time.ts';
import { numberOf, numberOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { Where } from '#main/domains/lists/index.ts';
import { walkedBy } from './count-files.ts';

/** Beyond it something is wrong with a clock: years of days would only be empty bars. */
const MOST_DAYS = 5000;

/** Every local day begins on a quarter of an hour, in every time zone there is. */
const QUARTER_MS = 15 * 60 * 1000;

/** Local days with a registration, in order. */
export function countByDay(database: ReadableDatabase, where: Where, timeZone: string): Figures['byDay'] {
  return where.sql === '1'
    ? countInIntervals(database, timeZone)
    : countInQuarters(database, where, timeZone);
}

/** Of the whole base: an interval of instants for each day, counted in an index without reading a row. */
function countInIntervals(database: ReadableDatabase, timeZone: string): Figures['byDay'] {
  const ends =
    database.get(
      'SELECT (SELECT min(created_at_ms) FROM registration) AS first, (SELECT max(created_at_ms) FROM registration) AS last',
    ) ?? {};
  const first = numberOrNullOf(ends, 'first');
  const last = numberOrNullOf(ends, 'last');
  if (first === null || last === null) return [];
  const days = daysBetween(localDate(first, timeZone), localDate(last, timeZone));
  const starts = [...days, addDays(days.at(-1) ?? '', 1)].map((day) => localToMs(`${day}T00:00`, timeZone));
  return database
    .all(
      `SELECT day.key AS position, (SELECT count(*) FROM registration r
         WHERE r.created_at_ms >= (day.value ->> 0) AND r.created_at_ms < (day.value ->> 1)) AS n
       FROM json_each(?) AS day`,
      JSON.stringify(days.map((_day, index) => [starts[index], starts[index + 1]])),
    )
    .map((row) => ({ day: days[numberOf(row, 'position')] ?? '', count: numberOf(row, 'n') }))
    .filter(({ count }) => count > 0);
}

/** Of some files: these are walked once, and their quarters of an hour put into days. */
function countInQuarters(database: ReadableDatabase, where: Where, timeZone: string): Figures['byDay'] {
  const rows = database.all(
    `SELECT r.created_at_ms / ${QUARTER_MS} AS quarter, count(*) AS n FROM ${walkedBy(where)} WHERE ${where.sql} GROUP BY quarter ORDER BY quarter`,
    ...where.values,
  );
  const counts = new Map<string, number>();
  for (const row of rows) {
    const day = localDate(numberOf(row, 'quarter') * QUARTER_MS, timeZone);
    counts.set(day, (counts.get(day) ?? 0) + numberOf(row, 'n'));
  }
  return [...counts].map(([day, count]) => ({ day, count }));
}

function daysBetween(first: string, last: string): string[] {
  const days = [first];
  for (let day = first; day < last && days.length < MOST_DAYS;) days.push((day = addDays(day, 1)));
  return days;
}
