import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

it('begins nothing new after a failure, and ends what it began before it throws', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const run = inParallel(2, [1, 2, 3, 4], async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('one');
    await turn();
    ended.push(item);
  });

  await expect(run).rejects.toThrow('one');
  expect({ begun, ended }).toEqual({ begun: [1, 2], ended: [2] });
});

it('works on every item once', async () => {
  const done: number[] = [];
  await inParallel(3, [1, 2, 3, 4, 5], async (item) => void done.push(item));
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});
