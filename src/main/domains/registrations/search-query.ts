import { compactNumber } from '#shared/rules/compact-number.ts';
import { foldForSearch } from '#shared/rules/fold.ts';

/** What a clerk typed in the one field of the search, understood. */
export type SearchQuery =
  | { by: 'nothing' }
  | { by: 'email'; email: string }
  /** Beginning of a registration, candidate, ministry or telephone number; eight figures may also be a date. */
  | { by: 'number'; number: string; birthDate: string | undefined }
  | { by: 'birthDate'; birthDate: string; words: string[] }
  | { by: 'name'; words: string[] };

const DATE = /(?<!\d)(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})(?!\d)/;

export function parseSearch(text: string): SearchQuery {
  const query = text.trim();
  if (query === '') return { by: 'nothing' };
  if (query.includes('@')) return { by: 'email', email: query.toLowerCase() };
  const number = compactNumber(query);
  const date = DATE.exec(query);
  if (date && !/^\d{9,}$/.test(number)) {
    const words = wordsOf(query.replace(DATE, ' '));
    return { by: 'birthDate', birthDate: isoDate(date[1], date[2], date[3]), words };
  }
  if (/^[(+\d]/.test(query) && /\d{4}/.test(number))
    return { by: 'number', number, birthDate: eightFigures(number) };
  return { by: 'name', words: wordsOf(query) };
}

function wordsOf(text: string): string[] {
  return foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
}

function eightFigures(number: string): string | undefined {
  const [, day, month, year] = /^([0-3]\d)([01]\d)((?:19|20)\d{2})$/.exec(number) ?? [];
  return year === undefined ? undefined : isoDate(day, month, year);
}

function isoDate(day = '', month = '', year = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
