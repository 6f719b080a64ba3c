import { foldForSearch } from '#shared/rules/fold.ts';

export interface NameIndex<Item> {
  /** Items whose folded name begins with `start`, itself folded and not empty: the exact ones first, then in given order. */
  startingWith(start: string): Item[];
}

/** Folding every name takes longer than a keystroke may; a search only needs those of its first letter. */
export function indexNames<Item>(items: readonly Item[], nameOf: (item: Item) => string): NameIndex<Item> {
  const foldedLetters = new Map<string, string>();
  const groups = new Map<string, { item: Item; name: string }[]>();

  function foldedInitial(name: string): string {
    const letter = name.charAt(0);
    let folded = foldedLetters.get(letter);
    if (folded === undefined) foldedLetters.set(letter, (folded = foldForSearch(letter).charAt(0)));
    return folded;
  }

  function groupOf(initial: string): { item: Item; name: string }[] {
    let group = groups.get(initial);
    if (!group) {
      group = items
        .filter((item) => foldedInitial(nameOf(item)) === initial)
        .map((item) => ({ item, name: foldForSearch(nameOf(item)) }));
      groups.set(initial, group);
    }
    return group;
  }

  return {
    startingWith(start) {
      const found = groupOf(start.charAt(0)).filter(({ name }) => name.startsWith(start));
      const exact = found.filter(({ name }) => name === start);
      return [...exact, ...found.filter(({ name }) => name !== start)].map(({ item }) => item);
    },
  };
}
