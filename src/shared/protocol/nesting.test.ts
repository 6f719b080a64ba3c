import { expect, it } from 'vitest';
import { isNestedAtMost } from './nesting.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

it('arrays and objects are counted one within the other, however many there are', () => {
  const flat = { words: 'a', list: [1, null, { inside: [] }] };
  expect([0, 3, 4].map((depth) => isNestedAtMost(depth, flat))).toEqual([false, false, true]);
  expect([isNestedAtMost(64, nested(64)), isNestedAtMost(64, nested(65))]).toEqual([true, false]);
  expect(isNestedAtMost(64, nested(500_000))).toBe(false);
});
