/** Where the keys were: enough to find the nearest thing once that element is gone. */
export interface FocusPlace {
  element: HTMLElement;
  /** The part of the window it is in: each keeps a place of its own, to come back to when a dialog closes. */
  part: Element;
  /** From the element itself to the document, each with its rank among those that are like it. */
  holders: readonly { element: Element; parent: Element; rank: number }[];
}

const PARTS = '[role=dialog], [role=alertdialog], main, nav, aside, footer';
/** One of several that are alike: when it is gone, the next one takes its place. */
const ITEMS = 'tr, [role=row], li, section';
/** What tells where one is when it is read out: a row, or a region with a name. */
const REGIONS = [
  'tr, [role=row], fieldset, section:is([aria-labelledby], [aria-label]), main',
  '[role=group], [role=tabpanel], [role=dialog], [role=alertdialog]',
].join();
const TYPED_IN =
  ':is(input, textarea):not(:disabled, [type=hidden], [type=checkbox], [type=radio], [type=file])';

export function placeOf(element: HTMLElement): FocusPlace {
  const holders: { element: Element; parent: Element; rank: number }[] = [];
  for (let one: Element = element; one.parentElement; one = one.parentElement) {
    const parent = one.parentElement;
    holders.push({ element: one, parent, rank: likes(one, parent).indexOf(one) });
  }
  return { element, part: element.closest(PARTS) ?? document.body, holders };
}

/** It is there, and takes keys. Asked at every change of the page: whether it is in sight would cost a layout each time. */
export function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}

/**
 * What is left of a place: the element itself; the first field of its form, which has more to be typed; what follows it in its list; the
 * region it was in. Never a button beside it: a second Enter would press it.
 */
export function remainingAt({ element, holders }: FocusPlace): HTMLElement | undefined {
  if (isUsable(element)) return element;
  const form = holders.find((holder) => holder.element instanceof HTMLFormElement)?.element;
  const field = form?.isConnected ? form.querySelector<HTMLElement>(TYPED_IN) : null;
  if (field) return field;
  for (const holder of holders) {
    const found = holder.element.isConnected ? regionAt(holder.element) : neighbourAt(holder);
    if (found) return found;
  }
  return undefined;
}

function regionAt(element: Element): HTMLElement | undefined {
  return element instanceof HTMLElement && element.matches(REGIONS) ? element : undefined;
}

function neighbourAt({ element, parent, rank }: FocusPlace['holders'][number]): HTMLElement | undefined {
  if (!element.matches(ITEMS) || !parent.isConnected) return undefined;
  const left = likes(element, parent);
  const next = left[Math.min(rank, left.length - 1)];
  return next instanceof HTMLElement ? next : undefined;
}

function likes(element: Element, parent: Element): Element[] {
  return [...parent.children].filter(({ tagName }) => tagName === element.tagName);
}
