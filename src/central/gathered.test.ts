import { expect, it } from 'vitest';
import { gathered } from './gathered.ts';

it('writes one alone at once, and together those that came meanwhile', async () => {
  const groups: number[][] = [];
  const write = gathered(async (items: readonly number[]) => {
    groups.push([...items]);
    await Promise.resolve();
    return items.map((item) => item * 10);
  });
  expect(await Promise.all([1, 2, 3].map(write))).toEqual([10, 20, 30]);
  expect(await write(4)).toBe(40);
  expect(groups).toEqual([[1], [2, 3], [4]]);
});

it('tells a failure to all that went together, and goes on with the next', async () => {
  const write = gathered(async (items: readonly string[]) => {
    if (items.includes('bad')) throw new Error('refused');
    return items;
  });
  const ends = await Promise.allSettled(['first', 'bad', 'beside'].map(write));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await write('after')).toBe('after');
});
