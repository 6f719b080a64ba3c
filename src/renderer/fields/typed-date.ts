import { frenchDate } from '#shared/fields/stringify.ts';

/**
 * What was typed in a date field as the form keeps it: ISO as soon as day, month and year are there (slashes, dots,
 * spaces or nothing between), the text itself until then. An impossible day becomes ISO too: the schema says why it is
 * refused.
 */
export function parseTypedDate(typed: string): string {
  const match =
    /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(typed) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(typed);
  const [, day, month, year] = match ?? [];
  if (day === undefined || month === undefined || year === undefined) return typed;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Inverse: `12/04/1990` for an ISO date, anything else as it was typed. */
export function showTypedDate(value: string): string {
  return frenchDate(value);
}
