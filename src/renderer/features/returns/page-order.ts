import type { PageLine } from '#shared/contract/returned-pages.ts';

/** Whether a page waits in this queue: that of its stack, or that of second persons. */
export function isWaiting(state: 'pending' | 'asked'): (page: PageLine) => boolean {
  return ({ decision }) => decision === state;
}

/** The page so many places away in a list; undefined beyond its ends, the first when the current one is not in it. */
export function neighbourOf(pages: readonly PageLine[], currentId: string, by: number): PageLine | undefined {
  const index = pages.findIndex(({ id }) => id === currentId);
  return index === -1 ? pages[0] : pages[index + by];
}

/** The next page to decide after this one: the following that waits, else the worst of those passed over. */
export function nextToDecide(
  pages: readonly PageLine[],
  currentId: string,
  waits: (page: PageLine) => boolean,
): PageLine | undefined {
  const index = pages.findIndex(({ id }) => id === currentId);
  const others = [...pages.slice(index + 1), ...pages.slice(0, Math.max(0, index))];
  return others.find(waits);
}

/** The part of a long queue around the current page: two hundred links would be two hundred stops of the Tab key. */
export function around<Item extends { id: string }>(
  items: readonly Item[],
  currentId: string,
  most: number,
): { shown: readonly Item[]; before: number; after: number } {
  const index = Math.max(
    0,
    items.findIndex(({ id }) => id === currentId),
  );
  const start = Math.max(0, Math.min(index - Math.floor(most / 4), items.length - most));
  const shown = items.slice(start, start + most);
  return { shown, before: start, after: items.length - start - shown.length };
}
