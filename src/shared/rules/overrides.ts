import type { Answers } from '../contract/answers.ts';
import type { Override } from '../contract/registrations.ts';
import type { FieldProblem, ProblemCode } from '../errors.ts';

/** Rules that an entitled clerk may set aside with a reason; all the others bind everybody. */
const OVERRIDABLE: ReadonlySet<ProblemCode> = new Set([
  'residence-other-academy',
  'one-registration-per-exam',
  'form-definitive',
  'mark-too-old',
]);

/** A second registration in a session needs the recteur's derogation, which exists for the CAP, MC and CS only (D337-21, -155). */
export function isOverridable(code: ProblemCode, answers: Answers): boolean {
  const { exam } = answers.candidature;
  if (code === 'one-registration-per-exam') return exam === 'cap' || exam === 'mc' || exam === 'cs';
  return OVERRIDABLE.has(code);
}

/**
 * Splits problems into what still blocks and what was set aside. An override that may not be made is a problem itself; one that
 * meets no problem is forgotten.
 */
export function applyOverrides(
  problems: readonly FieldProblem[],
  overrides: readonly Override[],
  answers: Answers,
  isEntitled: (override: Override) => boolean,
): { problems: FieldProblem[]; used: Override[] } {
  const used = overrides.filter(({ code }) => problems.some((problem) => problem.code === code));
  const allowed = used.filter((override) => isEntitled(override) && isOverridable(override.code, answers));
  const refused = used
    .filter((override) => !allowed.includes(override))
    .map(({ code }): FieldProblem => ({
      path: problems.find((problem) => problem.code === code)?.path ?? '',
      code: 'override-not-allowed',
    }));
  const isSetAside = (problem: FieldProblem) => allowed.some(({ code }) => code === problem.code);
  return { problems: [...problems.filter((problem) => !isSetAside(problem)), ...refused], used: allowed };
}
