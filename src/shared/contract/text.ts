import { z } from 'zod';
import type { ProblemCode } from '../errors.ts';
import { looksLikeNir } from '../rules/nir.ts';

/** Problem codes travel as zod messages; `problemsFromZod` reads them back. */
export const problem = (code: ProblemCode): ProblemCode => code;

// Control characters, zero-width characters and bidi overrides: invisible on screen, dangerous on paper. And U+FFFD, which stands
// where a file in another encoding was misread.
const FORBIDDEN = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]|[\ud800-\udfff]/u;

/** Free text as typed: NFC, trimmed, inner spaces kept; refuses invisible characters and anything like a NIR. */
export function text(maxLength: number) {
  return z
    .string({ error: problem('wrong-type') })
    .trim()
    .normalize('NFC')
    .min(1, { error: problem('required') })
    .max(maxLength, { error: problem('too-long') })
    .refine((value) => !FORBIDDEN.test(value), { error: problem('forbidden-character') })
    .refine((value) => !looksLikeNir(value), { error: problem('nir-forbidden') });
}

/**
 * A name as on the identity piece: letters of any Latin spelling, hyphen, both apostrophes, full stop and space.
 * Case is kept as typed (docs/rules.md: administrative documents follow the civil-status act).
 */
export function personName() {
  return text(80).refine((value) => /^[\p{L}\p{M}'’ʼ.\- ]+$/u.test(value), {
    error: problem('forbidden-character'),
  });
}

/** Of no person, campaign or archive. Rules add days and years to dates, and must stay within four digits. */
const FIRST_YEAR_PAST = 3000;

/** ISO calendar date that exists, before the year 3000; no time, no zone. */
export const isoDate = z
  .string({ error: problem('wrong-type') })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: problem('bad-format') })
  .refine(isCalendarDate, { error: problem('impossible-date') });

/** ISO alpha-2 code in capitals; the list of countries is checked by the rules. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, { error: problem('unknown-country') });

function isCalendarDate(value: string): boolean {
  const [year, month, day] = value.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year >= FIRST_YEAR_PAST) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
