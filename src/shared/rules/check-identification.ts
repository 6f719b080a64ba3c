import type { Identification } from '../contract/answers.ts';
import type { FieldProblem } from '../errors.ts';
import { ageOn } from './age.ts';
import { isIne } from './ine.ts';
import { phoneNumber } from './phone-number.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** Outside these a birth date is a slip of the keyboard, not a candidate. */
const YOUNGEST_YEARS = 14;
const OLDEST_YEARS = 110;

/** `today`: local date of the académie. */
export function checkIdentification(
  person: Identification,
  reference: ReferenceFacts,
  today: string,
): FieldProblem[] {
  const at = (
    field: keyof Identification,
    code: FieldProblem['code'],
    detail?: Record<string, string>,
  ): FieldProblem => ({
    path: `identification.${field}`,
    code,
    ...(detail ? { detail } : {}),
  });
  const problems: FieldProblem[] = [];
  const age = ageOn(person.birthDate, today);
  if (person.birthDate > today) problems.push(at('birthDate', 'date-in-future'));
  else if (age > OLDEST_YEARS) problems.push(at('birthDate', 'too-old'));
  else if (age < YOUNGEST_YEARS)
    problems.push(at('birthDate', 'too-young', { minimum: String(YOUNGEST_YEARS) }));

  for (const field of ['birthCountry', 'nationality', 'addressCountry'] as const) {
    if (!reference.isCountry(person[field])) problems.push(at(field, 'unknown-country'));
  }
  const { birthCommuneCode } = person;
  const isAbroad = person.birthCountry !== 'FR';
  // A town abroad has no code of the French list.
  if (birthCommuneCode !== undefined && (isAbroad || !reference.findCommune(birthCommuneCode)))
    problems.push(at('birthCommuneCode', 'unknown-commune'));
  if (isAbroad && person.fatherName === undefined && person.motherName === undefined)
    problems.push(at('fatherName', 'parents-required'));
  if (person.addressCountry === 'FR' && !/^\d{5}$/.test(person.postcode))
    problems.push(at('postcode', 'bad-postcode'));
  if (person.phone !== undefined && phoneNumber(person.phone) === undefined)
    problems.push(at('phone', 'bad-phone'));
  if (person.ine !== undefined && !isIne(person.ine)) problems.push(at('ine', 'bad-ine'));
  return problems;
}
