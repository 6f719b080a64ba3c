import { isDeepStrictEqual } from 'node:util';
import type { Specialty } from '#shared/contract/reference.ts';
import { foldForSearch } from '#shared/rules/fold.ts';

export interface Comparison<Entry> {
  added: Map<string, Entry>;
  changed: Map<string, Entry>;
  unchangedCount: number;
}

/** What a list brings to what is known; `merge` decides what the station keeps of an entry that both have. */
export function compareEntries<Entry>(
  known: ReadonlyMap<string, Entry>,
  found: ReadonlyMap<string, Entry>,
  merge: (known: Entry, found: Entry) => Entry,
): Comparison<Entry> {
  const comparison: Comparison<Entry> = { added: new Map(), changed: new Map(), unchangedCount: 0 };
  for (const [code, entry] of found) {
    const before = known.get(code);
    const after = before === undefined ? entry : merge(before, entry);
    if (before === undefined) comparison.added.set(code, after);
    else if (isDeepStrictEqual(before, after)) comparison.unchangedCount += 1;
    else comparison.changed.set(code, after);
  }
  return comparison;
}

/**
 * The official row counts, with two exceptions: the same words keep the accents we gave them, which the open data forgets, and a
 * successor we know stays where the row names none for a specialty that ended.
 */
export function mergeSpecialty(known: Specialty, found: Specialty): Specialty {
  const label = foldForSearch(known.label) === foldForSearch(found.label) ? known.label : found.label;
  const successorCode =
    found.successorCode ?? (found.lastSession === undefined ? undefined : known.successorCode);
  return { ...found, label, ...(successorCode === undefined ? {} : { successorCode }) };
}
