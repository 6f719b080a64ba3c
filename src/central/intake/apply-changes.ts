import type { FieldChange } from '#shared/contract/registrations.ts';
import type { VerdictReason } from '#shared/protocol/verdict.ts';
import { canonicalText } from '../canonical.ts';

/** Current answers of a registration: dotted path → value. What is empty is absent, as in the `changes` of ops. */
export type FlatAnswers = ReadonlyMap<string, unknown>;

const PATH = /^[A-Za-z0-9_-]{1,60}(\.[A-Za-z0-9_-]{1,60}){0,5}$/;

/**
 * Applies changes path by path. Every `before` must be what the centre holds, so that nothing is overwritten that the station
 * had not seen.
 */
export function applyChanges(
  answers: FlatAnswers,
  changes: readonly FieldChange[],
): { answers: FlatAnswers } | { reason: VerdictReason } {
  const next = new Map(answers);
  for (const { path, before, after } of changes) {
    if (!PATH.test(path)) return { reason: 'bad-path' };
    if (canonicalText(next.get(path) ?? null) !== canonicalText(before)) return { reason: 'value-differs' };
    if (after === null) next.delete(path);
    else next.set(path, after);
  }
  return { answers: next };
}

export function answersText(answers: FlatAnswers): string {
  // Sorted here, where there is one level to sort.
  return canonicalText(Object.fromEntries([...answers].sort(([a], [b]) => (a < b ? -1 : 1))));
}
