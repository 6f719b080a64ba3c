import type { Answers, Exam } from '#shared/contract/answers.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import {
  examClassOf,
  formatCandidateNumber,
  formatRegistrationNumber,
} from '#shared/rules/registration-number.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
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

/** The person as already known by birth name, given names and birth date; otherwise a new one with a new number. */
export function getOrAddCandidate(database: WritableDatabase, answers: Answers, nowMs: number): Candidate {
  const known = findCandidate(database, answers);
  if (known) return known;
  const row = database.get('SELECT block, next_candidate FROM station WHERE id = 1') ?? {};
  database.run('UPDATE station SET next_candidate = next_candidate + 1 WHERE id = 1');
  const candidate = {
    id: newId(),
    candidateNumber: formatCandidateNumber(textOf(row, 'block'), numberOf(row, 'next_candidate')),
  };
  database.run(
    'INSERT INTO candidate (id, candidate_number, identity_key, created_at_ms) VALUES (?, ?, ?, ?)',
    candidate.id,
    candidate.candidateNumber,
    identityKey(answers),
    nowMs,
  );
  return candidate;
}

export function findCandidate(database: ReadableDatabase, answers: Answers): Candidate | undefined {
  const row = database.get(
    'SELECT id, candidate_number FROM candidate WHERE identity_key = ?',
    identityKey(answers),
  );
  return row && { id: textOf(row, 'id'), candidateNumber: textOf(row, 'candidate_number') };
}

function identityKey(answers: Answers): string {
  const { birthName, givenNames, birthDate } = answers.identification;
  return `${foldForSearch(birthName)}|${foldForSearch(givenNames)}|${birthDate}`;
}
