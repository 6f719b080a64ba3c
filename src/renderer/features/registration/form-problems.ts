import { get } from 'react-hook-form';
import { labelOf, stepOf } from '#shared/fields/catalogue.ts';
import { isRecord } from './is-record.ts';

export interface FormProblem {
  path: string;
  step: number;
  label: string;
  sentence: string;
}

/** The form library's nested errors as a list, in the order of the steps; `answers` name the épreuves that an acquis is about. */
export function problemsIn(errors: Record<string, unknown>, answers: unknown = {}): FormProblem[] {
  return leavesOf(errors, [])
    .map((problem) => ({ ...problem, label: labelAmong(problem, answers) }))
    .sort((a, b) => a.step - b.step);
}

/** An épreuve is known to a clerk by its code, not by its rank in a list. */
function labelAmong({ path, label }: FormProblem, answers: unknown): string {
  const effect = /^(achievements\.(\d+)\.effects\.\d+)\./.exec(path);
  const code: unknown = effect && get(answers, `${effect[1]}.examPaperCode`);
  return typeof code === 'string' && code !== ''
    ? `Acquis n° ${Number(effect?.[2]) + 1}, épreuve ${code}`
    : label;
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
