import { LIKENESS_CAUSES, type Likeness } from '#shared/contract/registrations.ts';
import { compactNumber } from '#shared/rules/compact-number.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import { wordsOneTypoAway } from '#shared/rules/one-typo.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import { identityKey } from './numbers.ts';

type Cause = Likeness['causes'][number];

const MOST = 5;
/** Born on one day in a base of 300,000: about twenty. */
const MOST_BORN_ON = 1000;
const SELECT = `SELECT r.registration_number, r.exam_year, r.birth_name, r.usage_name, r.given_names, r.birth_date, r.email,
  r.ministry_number, r.created_at_ms, c.candidate_number, c.identity_key FROM registration r JOIN candidate c ON c.id = r.candidate_id`;

export const LIKENESS_QUERIES = {
  birthDate: `${SELECT} WHERE r.birth_date = ? LIMIT ${MOST_BORN_ON}`,
  email: `${SELECT} WHERE r.email = ? ORDER BY r.exam_year DESC LIMIT 50`,
  ministryNumber: `${SELECT} WHERE r.ministry_number = ? AND r.ministry_number <> '' LIMIT 50`,
} as const;

/**
 * Candidates who may be the person whose answers these are, half typed or not: a like name and the same birth date, the same
 * e-mail (S4-06), or the same number of the ministry. The surest first; never merged here.
 */
export function findLikenesses(
  database: ReadableDatabase,
  answers: Record<string, unknown>,
  isNotOf?: string,
): Likeness[] {
  const typed = typedPerson(answers);
  const rows = [
    ...(typed.birthDate === '' ? [] : database.all(LIKENESS_QUERIES.birthDate, typed.birthDate)),
    ...(typed.email === '' ? [] : database.all(LIKENESS_QUERIES.email, typed.email)),
    ...(typed.ministryNumber === ''
      ? []
      : database.all(LIKENESS_QUERIES.ministryNumber, typed.ministryNumber)),
  ];
  const judge = causesFor(typed);
  const found = new Map<string, Likeness>();
  for (const row of rows.toSorted(newestFirst)) {
    const causes = judge(row);
    const candidateNumber = textOf(row, 'candidate_number');
    if (causes.length === 0 || candidateNumber === isNotOf) continue;
    const former = found.get(candidateNumber);
    if (former) former.causes = inOrder([...former.causes, ...causes]);
    else found.set(candidateNumber, toLikeness(row, causes));
  }
  return [...found.values()].toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST);
}

interface TypedPerson {
  birthName: string;
  usageName: string;
  givenNames: string;
  birthDate: string;
  email: string;
  ministryNumber: string;
}

function typedPerson(answers: Record<string, unknown>): TypedPerson {
  const section = answers['identification'];
  const text = (field: string): string => {
    const value: unknown =
      section !== null && typeof section === 'object' ? Reflect.get(section, field) : undefined;
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    birthName: text('birthName'),
    usageName: text('usageName'),
    givenNames: text('givenNames'),
    birthDate: text('birthDate'),
    email: text('email').toLowerCase(),
    ministryNumber: compactNumber(text('ministryNumber')),
  };
}

function causesFor(typed: TypedPerson): (row: Row) => Cause[] {
  const key = identityKey({ identification: typed });
  const names = spellings(`${typed.birthName} ${typed.usageName}`);
  const given = spellings(typed.givenNames);
  return (row) => {
    const isBornThen = textOf(row, 'birth_date') === typed.birthDate;
    const itsNames = wordsOf(`${textOf(row, 'birth_name')} ${textOf(row, 'usage_name')}`);
    const itsGiven = wordsOf(textOf(row, 'given_names'));
    const isLike =
      (names.some(among(itsNames)) && given.some(among(itsGiven))) ||
      (names.some(among(itsGiven)) && given.some(among(itsNames)));
    const causes: Cause[] = [];
    if (textOf(row, 'identity_key') === key) causes.push('sameIdentity');
    else if (isBornThen && isLike) causes.push('likeName');
    if (typed.email !== '' && textOf(row, 'email') === typed.email) causes.push('sameEmail');
    if (typed.ministryNumber !== '' && textOf(row, 'ministry_number') === typed.ministryNumber)
      causes.push('sameMinistryNumber');
    return causes;
  };
}

/** Each word with all that a slip of the keyboard makes of it. */
function spellings(text: string): Set<string>[] {
  return wordsOf(text).map((word) => wordsOneTypoAway(word).add(word));
}

function among(words: readonly string[]): (spelling: Set<string>) => boolean {
  return (spelling) => words.some((word) => spelling.has(word));
}

function wordsOf(text: string): string[] {
  return foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
}

function newestFirst(a: Row, b: Row): number {
  return (
    numberOf(b, 'exam_year') - numberOf(a, 'exam_year') ||
    numberOf(b, 'created_at_ms') - numberOf(a, 'created_at_ms')
  );
}

function inOrder(causes: readonly Cause[]): Cause[] {
  return LIKENESS_CAUSES.filter((cause) => causes.includes(cause));
}

function rankOf({ causes }: Likeness): number {
  return LIKENESS_CAUSES.findIndex((cause) => causes.includes(cause));
}

function toLikeness(row: Row, causes: Cause[]): Likeness {
  return {
    candidateNumber: textOf(row, 'candidate_number'),
    birthName: textOf(row, 'birth_name'),
    givenNames: textOf(row, 'given_names'),
    birthDate: textOf(row, 'birth_date'),
    causes,
    registrationNumber: textOf(row, 'registration_number'),
    examYear: numberOf(row, 'exam_year'),
  };
}
