import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, Resolver } from 'react-hook-form';
import { answersSchema, type Answers } from '#shared/contract/answers.ts';
import { problemsFromZod } from '#shared/contract/problems.ts';
import type { FieldProblem } from '#shared/errors.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { answersFrom, type FormValues } from './form-values.ts';
import { missingMarks } from './missing-marks.ts';

/** The contract's own schema judges the form, with the marks that a proposal waits for; problems are said in the same sentences as the core's. */
export const answersResolver: Resolver<FormValues, unknown, Answers> = (values, _context, options) => {
  const answers = answersFrom(values);
  const parsed = answersSchema.safeParse(answers);
  const missing = missingMarks(answers);
  if (parsed.success && missing.length === 0) return { values: parsed.data, errors: {} };
  const problems = [...(parsed.success ? [] : problemsFromZod(parsed.error)), ...missing];
  const errors = problems.map((problem) => [problem.path, fieldError(problem)] as const);
  return { values: {}, errors: toNestErrors<FormValues>(Object.fromEntries(errors), options) };
};

export function fieldError(problem: FieldProblem): FieldError {
  return { type: problem.code, message: problemSentence(problem) };
}
