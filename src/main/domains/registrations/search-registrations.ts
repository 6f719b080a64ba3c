import { registrationSummarySchema, type RegistrationSummary } from '#shared/contract/registrations.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, SqlValue } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { examOf } from './registration-store.ts';

const LIMIT = 50;
const SELECT = `SELECT r.registration_number, r.version, r.birth_name, r.given_names, r.birth_date, r.exam, r.specialty_code, r.status,
  c.candidate_number FROM registration r JOIN candidate c ON c.id = r.candidate_id`;

/** By numbers, birth date (`12/04/1990`), e-mail, or the beginning of the folded birth name; newest first without a query. */
export function searchRegistrations(
  database: ReadableDatabase,
  reference: Reference,
  query: string,
): RegistrationSummary[] {
  const [where, ...values] = criterionOf(query.trim());
  const rows = database.all(`${SELECT} ${where} LIMIT ${LIMIT}`, ...values);
  return rows.map((row) => toSummary(row, reference));
}

function criterionOf(query: string): [string, ...SqlValue[]] {
  if (query === '') return ['ORDER BY r.created_at_ms DESC'];
  const compact = query.replace(/\s/g, '');
  if (/^\d{12}$/.test(compact)) return ['WHERE c.candidate_number = ?', compact];
  if (/^\d{5,15}$/.test(compact))
    return ['WHERE r.registration_number >= ? AND r.registration_number < ?', compact, `${compact}:`];
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(compact);
  if (date)
    return ['WHERE r.birth_date = ?', `${date[3]}-${date[2]?.padStart(2, '0')}-${date[1]?.padStart(2, '0')}`];
  if (query.includes('@'))
    return ['WHERE r.email >= ? AND r.email < ?', query.toLowerCase(), `${query.toLowerCase()}\u{10ffff}`];
  const folded = foldForSearch(query);
  return [
    'WHERE r.search_name >= ? AND r.search_name < ? ORDER BY r.search_name',
    folded,
    `${folded}\u{10ffff}`,
  ];
}

function toSummary(row: Row, reference: Reference): RegistrationSummary {
  const code = textOf(row, 'specialty_code');
  return registrationSummarySchema.parse({
    registrationNumber: textOf(row, 'registration_number'),
    candidateNumber: textOf(row, 'candidate_number'),
    version: numberOf(row, 'version'),
    birthName: textOf(row, 'birth_name'),
    givenNames: textOf(row, 'given_names'),
    birthDate: textOf(row, 'birth_date'),
    exam: examOf(row),
    specialtyLabel: reference.findSpecialty(code)?.label ?? code,
    status: textOf(row, 'status'),
  });
}
