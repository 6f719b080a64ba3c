import type { z } from 'zod';
import { PROBLEM_CODES, type FieldProblem, type ProblemCode } from '../errors.ts';

/** How a schema is run when its faults are to be told. */
export const PARSE_OPTIONS = { reportInput: true } as const;

/**
 * Turns zod's issues into our closed set of problems, one for each path, in the order of the schema. The schema must be
 * run with `PARSE_OPTIONS`: without the input, zod cannot tell an absent answer from one of a wrong type.
 */
export function problemsFromZod(error: z.ZodError, root = ''): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    for (const found of problemsFromIssue(issue, root)) {
      if (!problems.has(found.path)) problems.set(found.path, found);
    }
  }
  return [...problems.values()];
}

function problemsFromIssue(issue: z.core.$ZodIssue, root: string): FieldProblem[] {
  const path = [root, ...issue.path.map(String)].filter((part) => part !== '').join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, code: 'unknown-field' }));
  }
  return [{ path, code: codeOf(issue), ...detailOf(issue) }];
}

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  const isAboutValue = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  if (isAboutValue && issue.input === undefined) return 'required';
  const named = PROBLEM_CODES.find((code) => code === issue.message);
  if (named) return named;
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'out-of-range';
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'too-short' : 'out-of-range';
  if (issue.code === 'invalid_type') return 'wrong-type';
  return issue.code === 'invalid_value' ? 'not-in-list' : 'bad-format';
}

function detailOf(issue: z.core.$ZodIssue): { detail?: Record<string, string> } {
  if (issue.code === 'too_big') return { detail: { maximum: String(issue.maximum) } };
  if (issue.code === 'too_small' && Number(issue.minimum) > 1)
    return { detail: { minimum: String(issue.minimum) } };
  return {};
}
