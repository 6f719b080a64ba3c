import { foldForSearch } from '#shared/rules/fold.ts';

/** Whether each word of the query begins a word of the label, accents and case aside. */
export function matchesWords(label: string, query: string): boolean {
  const words = foldForSearch(label).split(' ');
  return foldForSearch(query)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}
