import type { Answers, Exam } from '#shared/contract/answers.ts';
import { GuichetError } from '#shared/errors.ts';
import { compactNumber } from '#shared/rules/compact-number.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import {
  examClassOf,
  formatCandidateNumber,
  formatRegistrationNumber,
} from '#shared/rules/registration-number.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, WritableDatabase } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';

/**
 * The next registration number of this station. The counter moves in the same transaction as the registration, is never
 * derived from what exists, and never goes back: a number is not reused.
 */
export function takeRegistrationNumber(database: WritableDatabase, exam: Exam, examYear: number): string {
  const row = database.get('SELECT block, next_registration FROM station WHERE id = 1') ?? {};
  database.run('UPDATE station SET next_registration = next_registration + 1 WHERE id = 1');
  return formatRegistrationNumber({
    examYear,
    examClass: examClassOf(exam),
    block: textOf(row, 'block'),
    counter: numberOf(row, 'next_registration'),
  });
}

export interface Candidate {
  id: string;
  candidateNumber: string;
}

/** What a clerk answers for somebody of the same name and birth date who is somebody else. */
const SOMEBODY_ELSE = 'new';

/**
 * The candidate these answers are of: the one a clerk chose, else the one of the same birth name, given names and birth date.
 * Throws `unknown-candidate`.
 */
export function findPerson(
  database: ReadableDatabase,
  answers: Answers,
  chosen: string | undefined,
): Candidate | undefined {
  if (chosen === SOMEBODY_ELSE) return undefined;
  if (chosen !== undefined) return getCandidate(database, chosen);
  const row = database.get(
    'SELECT id, candidate_number FROM candidate WHERE identity_key = ? ORDER BY created_at_ms LIMIT 1',
    identityKey(answers),
  );
  return row && toCandidate(row);
}

/** By its number, spaces allowed. Throws `unknown-candidate`. */
export function getCandidate(database: ReadableDatabase, number: string): Candidate {
  const row = database.get(
    'SELECT id, candidate_number FROM candidate WHERE candidate_number = ?',
    compactNumber(number),
  );
  if (!row) throw new GuichetError('unknown-candidate', { detail: { number } });
  return toCandidate(row);
}

/** The person as already known, otherwise a new one with a new number. */
export function getOrAddCandidate(
  database: WritableDatabase,
  answers: Answers,
  nowMs: number,
  chosen?: string,
): Candidate {
  const known = findPerson(database, answers, chosen);
  if (known) return known;
  const row = database.get('SELECT block, next_candidate FROM station WHERE id = 1') ?? {};
  database.run('UPDATE station SET next_candidate = next_candidate + 1 WHERE id = 1');
  const number = formatCandidateNumber(textOf(row, 'block'), numberOf(row, 'next_candidate'));
  return addCandidate(database, number, answers, nowMs);
}

function addCandidate(
  database: WritableDatabase,
  candidateNumber: string,
  answers: Answers,
  atMs: number,
): Candidate {
  const candidate = { id: newId(), candidateNumber };
  database.run(
    'INSERT INTO candidate (id, candidate_number, identity_key, created_at_ms) VALUES (?, ?, ?, ?)',
    candidate.id,
    candidate.candidateNumber,
    identityKey(answers),
    atMs,
  );
  return candidate;
}

/** The candidate of a number that another counter gave: known, or added under that very number. Returns its id. */
export function candidateOfNumber(
  database: WritableDatabase,
  candidateNumber: string,
  answers: Answers,
  atMs: number,
): string {
  const known = database.get('SELECT id FROM candidate WHERE candidate_number = ?', candidateNumber);
  if (known) return textOf(known, 'id');
  return addCandidate(database, candidateNumber, answers, atMs).id;
}

/** A corrected identity is the one by which the person is recognised next time. */
export function keepIdentityKey(database: WritableDatabase, candidateNumber: string, answers: Answers): void {
  database.run(
    'UPDATE candidate SET identity_key = ? WHERE candidate_number = ? AND identity_key <> ?',
    identityKey(answers),
    candidateNumber,
    identityKey(answers),
  );
}

export function identityKey({ identification }: { identification: IdentityWords }): string {
  const { birthName, givenNames, birthDate } = identification;
  return `${foldForSearch(birthName)}|${foldForSearch(givenNames)}|${birthDate}`;
}

interface IdentityWords {
  birthName: string;
  givenNames: string;
  birthDate: string;
}

function toCandidate(row: Row): Candidate {
  return { id: textOf(row, 'id'), candidateNumber: textOf(row, 'candidate_number') };
}
