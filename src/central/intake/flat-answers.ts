import { canonicalText } from '../canonical.ts';

/** Current answers of a registration: dotted path → value. What is empty is absent, as in the `changes` of ops. */
export type FlatAnswers = ReadonlyMap<string, unknown>;

export function answersText(answers: FlatAnswers): string {
  // Sorted here, where there is one level to sort.
  return canonicalText(Object.fromEntries([...answers].sort(([a], [b]) => (a < b ? -1 : 1))));
}
