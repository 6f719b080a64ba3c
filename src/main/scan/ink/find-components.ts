import { COLOURED, COLOURED_ON_PRINT, DARK, NO_INK } from './ink-plane.ts';
import type { InkPlane } from './ink-plane.ts';

/**
 * Connected patches of coloured ink, and of dark ink: `owners` is as large as the plane, numbers from 1; 0 is no ink. Good until the
 * next page.
 */
export interface Components {
  count: number;
  owners: Int32Array;
}

/** Coloured ink joins with coloured ink only, so that a red stroke across a black one stays a stroke. */
export function isColoured(label: number): boolean {
  return label === COLOURED || label === COLOURED_ON_PRINT;
}

/** By 8-neighbourhood, in one pass over the ink in reading order with a union-find over provisional numbers. */
export function findComponents({ stride, labels, pixels }: InkPlane): Components {
  const owners = cleanPlane(labels.length, pixels);
  const parents: number[] = [0];
  for (const at of pixels) {
    const dark = labels[at]! === DARK;
    const northEast = joins(labels[at - stride + 1]!, dark) ? owners[at - stride + 1]! : 0;
    let owner = 0;
    // These three touch one another, so one is enough.
    if (joins(labels[at - 1]!, dark)) owner = owners[at - 1]!;
    else if (joins(labels[at - stride - 1]!, dark)) owner = owners[at - stride - 1]!;
    else if (joins(labels[at - stride]!, dark)) owner = owners[at - stride]!;
    if (owner === 0 && northEast === 0) {
      owner = parents.length;
      parents.push(owner);
    } else if (owner === 0) owner = northEast;
    else if (northEast !== 0 && northEast !== owner) unite(parents, owner, northEast);
    owners[at] = owner;
  }
  return renumber(pixels, owners, parents);
}

/** One plane for all the pages of a thread: only what the last page wrote is wiped. */
let plane = new Int32Array(0);
let written: Int32Array = new Int32Array(0);

function cleanPlane(length: number, pixels: Int32Array): Int32Array {
  if (plane.length < length) plane = new Int32Array(length);
  else for (const at of written) plane[at] = 0;
  written = pixels;
  return plane;
}

function joins(label: number, dark: boolean): boolean {
  return label !== NO_INK && (label === DARK) === dark;
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
