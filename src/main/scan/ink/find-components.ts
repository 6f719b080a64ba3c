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

const KIND = [0, 0, 0, 0];
KIND[COLOURED] = KIND[COLOURED_ON_PRINT] = 1;
KIND[DARK] = 2;

/** By 8-neighbourhood, in one pass over the ink in reading order with a union-find over provisional numbers. */
export function findComponents(plane: InkPlane): Components {
  const { width, height, labels } = plane;
  const owners = new Int32Array(width * height);
  const parents: number[] = [0];
  const root = (node: number): number => {
    while (parents[node] !== node) node = parents[node] = parents[parents[node]!]!;
    return node;
  };
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (labels[at] === 0) continue;
      const kind = KIND[labels[at]!]!;
      const ownerAt = (neighbour: number, inside: boolean): number =>
        inside && labels[neighbour] !== 0 && KIND[labels[neighbour]!] === kind ? owners[neighbour]! : 0;
      const northEast = ownerAt(at - width + 1, x < width - 1 && y > 0);
      const owner = ownerAt(at - 1, x > 0) || ownerAt(at - width - 1, x > 0 && y > 0) || ownerAt(at - width, y > 0) || northEast;
      if (owner === 0) parents.push(parents.length);
      else if (northEast !== 0 && northEast !== owner) {
        const [a, b] = [root(owner), root(northEast)];
        parents[Math.max(a, b)] = Math.min(a, b);
      }
      owners[at] = owner === 0 ? parents.length - 1 : owner;
    }
  return renumber(plane.pixels, owners, parents, root);
}

function renumber(
  pixels: Int32Array,
  owners: Int32Array,
  parents: readonly number[],
  root: (node: number) => number,
): Components {
  const numbers = new Int32Array(parents.length);
  let count = 0;
  for (let node = 1; node < parents.length; node++) numbers[node] = root(node) === node ? ++count : numbers[root(node)]!;
  for (const at of pixels) owners[at] = numbers[owners[at]!]!;
  return { count, owners };
}
