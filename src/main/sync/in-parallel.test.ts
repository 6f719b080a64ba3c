import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

const exactly = (count: number) => ({ first: count, most: count, quickMs: 0 });

async function mostAtOnce(quickMs: number): Promise<number> {
  let now = 0;
  let most = 0;
  await inParallel({ first: 2, most: 4, quickMs }, [...Array(20).keys()], async () => {
    now += 1;
    most = Math.max(most, now);
    await turn();
    now -= 1;
  });
  return most;
}

it('takes more at once where each is quick, and no more where they are slow', async () => {
  expect([await mostAtOnce(Number.POSITIVE_INFINITY), await mostAtOnce(0)]).toEqual([4, 2]);
});

it('begins nothing new after a failure, and ends what it began before it throws', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const run = inParallel(exactly(2), [1, 2, 3, 4], async (item) => {
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
  await inParallel(exactly(3), [1, 2, 3, 4, 5], async (item) => void done.push(item));
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});
