import { isRecord } from './is-record.ts';

/** The answer at a dotted path; undefined where there is none. */
export function answerAt(answers: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined),
      answers,
    );
}
