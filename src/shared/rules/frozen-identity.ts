import type { Answers } from '../contract/answers.ts';
import type { FieldProblem } from '../errors.ts';
import { fieldClassOf } from '../fields/catalogue.ts';
import { diffAnswers } from './answer-changes.ts';

/** Paths of the identity that differ. */
export function identityChanges(before: Answers, after: Answers): string[] {
  return diffAnswers(before, after)
    .map(({ path }) => path)
    .filter((path) => fieldClassOf(path) === 'identity');
}

/** Once a candidature exists, only its service changes the identity (S4-07); the end of the candidature changes nothing (S4-08). */
export function frozenIdentityProblems(before: Answers, after: Answers): FieldProblem[] {
  return identityChanges(before, after).map((path) => ({ path, code: 'identity-frozen' }));
}

/** For a further registration of a known person: what was never said may be added, what was said stays. */
export function contradictedIdentityProblems(known: Answers, now: Answers): FieldProblem[] {
  return diffAnswers(known, now)
    .filter(({ path, before }) => before !== null && fieldClassOf(path) === 'identity')
    .map(({ path }) => ({ path, code: 'identity-frozen' }));
}
