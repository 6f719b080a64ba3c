import { expect, it } from 'vitest';
import { inBatches } from './file-batches.ts';

const MIB = 1024 * 1024;
const file = (name: string, size: number) => ({ name, size });
const names = (batches: { name: string }[][]) => batches.map((batch) => batch.map(({ name }) => name));

it('cuts a heavy stack where a frame is full, in the order of the paper', () => {
  const stack = [file('a', 30 * MIB), file('b', 25 * MIB), file('c', 20 * MIB), file('d', 1)];
  expect(names(inBatches(stack))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

it('sends five hundred light pages at most at once', () => {
  const stack = Array.from({ length: 501 }, (_, index) => file(String(index), 1));
  expect(inBatches(stack).map((batch) => batch.length)).toEqual([500, 1]);
});

it('leaves a file too big alone, for the core to refuse by its name', () => {
  expect(names(inBatches([file('small', 1), file('huge', 200 * MIB), file('next', 1)]))).toEqual([
    ['small'],
    ['huge'],
    ['next'],
  ]);
});
