import { foundRegistrationSchema, type FoundRegistration } from '#shared/contract/registrations.ts';
import { phoneNumber } from '#shared/rules/phone-number.ts';
import { wordsOneTypoAway } from '#shared/rules/one-typo.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { examOf } from './registration-store.ts';
import { LAST, searchNames } from './search-names.ts';
import { parseSearch } from './search-query.ts';

const LIMIT = 50;
const SELECT = `SELECT r.id, r.registration_number, r.version, r.birth_name, r.usage_name, r.given_names, r.birth_date, r.search_name,
  r.exam, r.exam_year, r.specialty_code, r.status, c.candidate_number FROM registration r JOIN candidate c ON c.id = r.candidate_id`;

/** All of them through an index: `search-registrations.test.ts` reads the plans. */
export const SEARCH_QUERIES = {
  newest: `${SELECT} ORDER BY r.created_at_ms DESC LIMIT ?`,
  id: `${SELECT} WHERE r.id = ?`,
  email: `${SELECT} WHERE r.email >= ? AND r.email < ? ORDER BY r.email LIMIT ?`,
  birthDate: `${SELECT} WHERE r.birth_date = ? ORDER BY r.birth_date LIMIT ?`,
  registrationNumber: `${SELECT} WHERE r.registration_number >= ? AND r.registration_number < ? LIMIT ?`,
  candidateNumber: `${SELECT} WHERE c.candidate_number >= ? AND c.candidate_number < ? LIMIT ?`,
  ministryNumber: `${SELECT} WHERE r.ministry_number >= ? AND r.ministry_number < ? AND r.ministry_number <> '' LIMIT ?`,
  phone: `${SELECT} WHERE r.phone = ? AND r.phone <> '' LIMIT ?`,
} as const;

/** By numbers, birth date, e-mail, telephone, or names that may be mistyped; newest first without a query. At most 50. */
export function searchRegistrations(
  database: ReadableDatabase,
  reference: Reference,
  text: string,
): FoundRegistration[] {
  const query = parseSearch(text);
  const exact = (rows: Row[]) => rows.map((row) => toFound(row, reference, false));
  switch (query.by) {
    case 'nothing':
      return exact(database.all(SEARCH_QUERIES.newest, LIMIT));
    case 'email':
      return exact(database.all(SEARCH_QUERIES.email, query.email, query.email + LAST, LIMIT));
    case 'number':
      return exact(withNumber(database, query.number, query.birthDate));
    case 'birthDate':
      return exact(bornOn(database, query.birthDate, query.words));
    case 'name':
      return searchNames(database, query.words, LIMIT).flatMap(({ id, isApproximate }) => {
        const row = database.get(SEARCH_QUERIES.id, id);
        return row ? [toFound(row, reference, isApproximate)] : [];
      });
  }
}

/** Figures are any of the numbers a person may bring; each is looked up as what it may be. */
function withNumber(database: ReadableDatabase, number: string, birthDate: string | undefined): Row[] {
  const phone = phoneNumber(/^(33|00)/.test(number) ? `+${number.replace(/^00/, '')}` : number);
  const starting = [
    SEARCH_QUERIES.registrationNumber,
    SEARCH_QUERIES.candidateNumber,
    SEARCH_QUERIES.ministryNumber,
  ];
  const rows = [
    ...starting.flatMap((sql) => database.all(sql, number, number + LAST, LIMIT)),
    ...(phone === undefined ? [] : database.all(SEARCH_QUERIES.phone, phone, LIMIT)),
    ...(birthDate === undefined ? [] : bornOn(database, birthDate, [])),
  ];
  return [...new Map(rows.map((row) => [textOf(row, 'id'), row])).values()].slice(0, LIMIT);
}

/** Few people are born on one day: their names are compared one by one, a slip of the keyboard allowed. */
function bornOn(database: ReadableDatabase, birthDate: string, words: readonly string[]): Row[] {
  const rows = database.all(SEARCH_QUERIES.birthDate, birthDate, words.length === 0 ? LIMIT : 1000);
  const spellings = words.map((word) => [word, ...wordsOneTypoAway(word)]);
  return rows
    .filter((row) => {
      const names = textOf(row, 'search_name').split(' ');
      return spellings.every((some) => some.some((word) => names.some((name) => name.startsWith(word))));
    })
    .slice(0, LIMIT);
}

function toFound(row: Row, reference: Reference, isApproximate: boolean): FoundRegistration {
  const code = textOf(row, 'specialty_code');
  return foundRegistrationSchema.parse({
    registrationNumber: textOf(row, 'registration_number'),
    candidateNumber: textOf(row, 'candidate_number'),
    version: numberOf(row, 'version'),
    birthName: textOf(row, 'birth_name'),
    usageName: textOf(row, 'usage_name'),
    givenNames: textOf(row, 'given_names'),
    birthDate: textOf(row, 'birth_date'),
    exam: examOf(row),
    examYear: numberOf(row, 'exam_year'),
    specialtyLabel: reference.findSpecialty(code)?.label ?? code,
    status: textOf(row, 'status'),
    isApproximate,
  });
}
