/**
 * Large blocks of this thread that nobody uses now. Fresh memory of a page's size costs the system more than filling it, and makes
 * the collector of garbage run at every page.
 */
const spare: Uint8Array[] = [];
const MOST_SPARE = 4;

/** A block of this length, holding whatever was there before. */
export function takeBytes(length: number): Uint8Array {
  const at = spare.findIndex((block) => block.length === length);
  const block = at < 0 ? undefined : spare.splice(at, 1)[0];
  return block ?? new Uint8Array(length);
}

/** Offers a block to the next page; nobody may look at it any more. Blocks that are never given back are merely collected. */
export function giveBytes(block: Uint8Array): void {
  spare.push(block);
  if (spare.length > MOST_SPARE) spare.shift();
}
