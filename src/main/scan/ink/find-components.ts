import { COLOURED, COLOURED_ON_PRINT, DARK } from './ink-plane.ts';
import type { InkPlane } from './ink-plane.ts';

/** Connected patches of coloured ink, and of dark ink. Pixels of component `n` hold `n` in `owners`, from 1; 0 is no ink. */
export interface Components {
  count: number;
  owners: Int32Array;
}

/** Coloured ink joins with coloured ink only, so that a red stroke across a black one stays a stroke. */
export function isColoured(label: number): boolean {
  return label === COLOURED || label === COLOURED_ON_PRINT;
}

/** By 8-neighbourhood, in one pass over the ink in reading order with a union-find over provisional numbers. */
export function findComponents(plane: InkPlane): Components {
  const { width, height, labels } = plane;
  // A border on the left and above, so that no neighbour needs a test of its own.
  const stride = width + 2;
  const numbers = new Int32Array(stride * (height + 1));
  const parents: number[] = [0];
  const dark: boolean[] = [false];
  const owners = new Int32Array(width * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const label = labels[at]!;
      if (label === 0) continue;
      const isDark = label === DARK;
      const here = (y + 1) * stride + x + 1;
      const owner = firstOf(numbers, dark, isDark, here - 1, here - stride - 1, here - stride);
      const northEast = numbers[here - stride + 1]!;
      const joins = northEast !== 0 && dark[northEast] === isDark;
      if (owner === 0 && !joins) {
        dark.push(isDark);
        parents.push(parents.length);
      } else if (owner !== 0 && joins && owner !== northEast) unite(parents, owner, northEast);
      numbers[here] = owner || (joins ? northEast : parents.length - 1);
      owners[at] = numbers[here]!;
    }
  return renumber(plane.pixels, owners, parents);
}

/** The first neighbour of the same kind; those three touch one another, so one is enough. */
function firstOf(
  numbers: Int32Array,
  dark: readonly boolean[],
  isDark: boolean,
  a: number,
  b: number,
  c: number,
): number {
  const [west, northWest, north] = [numbers[a]!, numbers[b]!, numbers[c]!];
  if (west !== 0 && dark[west] === isDark) return west;
  if (northWest !== 0 && dark[northWest] === isDark) return northWest;
  return north !== 0 && dark[north] === isDark ? north : 0;
}

function rootOf(parents: number[], node: number): number {
  let root = node;
  while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
  return root;
}

function unite(parents: number[], a: number, b: number): void {
  const [first, second] = [rootOf(parents, a), rootOf(parents, b)];
  if (first < second) parents[second] = first;
  else parents[first] = second;
}

function renumber(pixels: Int32Array, owners: Int32Array, parents: number[]): Components {
  const numbers = new Int32Array(parents.length);
  let count = 0;
  for (let node = 1; node < parents.length; node++) {
    const root = rootOf(parents, node);
    numbers[node] = root === node ? ++count : numbers[root]!;
  }
  for (const at of pixels) owners[at] = numbers[owners[at]!]!;
  return { count, owners };
}
