import type { Figures } from '#shared/contract/figures.ts';
import { addDays, localDate, localToMs } from '#shared/rules/local-time.ts';
import { numberOf, numberOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { Where } from '#main/domains/lists/index.ts';

/** Beyond it something is wrong with a clock: years of days would only be empty bars. */
const MOST_DAYS = 5000;

/**
 * Local days with a registration. Each day is an interval of instants, so that summer time and overseas zones are exact, and an
 * interval of an index is counted without reading a row.
 */
export function countByDay(database: ReadableDatabase, where: Where, timeZone: string): Figures['byDay'] {
  const ends =
    database.get(
      `SELECT (SELECT r.created_at_ms FROM registration r WHERE ${where.sql} ORDER BY r.created_at_ms LIMIT 1) AS first,
        (SELECT r.created_at_ms FROM registration r WHERE ${where.sql} ORDER BY r.created_at_ms DESC LIMIT 1) AS last`,
      ...where.values,
      ...where.values,
    ) ?? {};
  const first = numberOrNullOf(ends, 'first');
  const last = numberOrNullOf(ends, 'last');
  if (first === null || last === null) return [];
  const days = daysBetween(localDate(first, timeZone), localDate(last, timeZone));
  const intervals = days.map((day) => [startOf(day, timeZone), startOf(addDays(day, 1), timeZone)]);
  return database
    .all(
      `SELECT day.key AS position, (SELECT count(*) FROM registration r
         WHERE r.created_at_ms >= (day.value ->> 0) AND r.created_at_ms < (day.value ->> 1) AND ${where.sql}) AS n
       FROM json_each(?) AS day`,
      ...where.values,
      JSON.stringify(intervals),
    )
    .map((row) => ({ day: days[numberOf(row, 'position')] ?? '', count: numberOf(row, 'n') }))
    .filter(({ count }) => count > 0);
}

function daysBetween(first: string, last: string): string[] {
  const days = [first];
  for (let day = first; day < last && days.length < MOST_DAYS;) days.push((day = addDays(day, 1)));
  return days;
}

function startOf(day: string, timeZone: string): number {
  return localToMs(`${day}T00:00`, timeZone);
}
