import { labelOf, stepOf } from '#shared/fields/catalogue.ts';
import { isRecord } from './is-record.ts';

export interface FormProblem {
  path: string;
  step: number;
  label: string;
  sentence: string;
}

/** The form library's nested errors as a list, in the order of the steps. */
export function problemsIn(errors: Record<string, unknown>): FormProblem[] {
  return leavesOf(errors, []).sort((a, b) => a.step - b.step);
}

function leavesOf(errors: object, path: string[]): FormProblem[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    const here = [...path, key];
    if (Array.isArray(value)) return leavesOf(value, here);
    if (!isRecord(value)) return [];
    if (typeof value['message'] !== 'string') return leavesOf(value, here);
    const dotted = here.join('.');
    return [{ path: dotted, step: stepOf(dotted), label: labelOf(dotted), sentence: value['message'] }];
  });
}
