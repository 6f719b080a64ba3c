import { expect, test } from 'vitest';
import { newToken, sameSecret } from './token.ts';

test('a token has 256 bits, is new each time and fits in an address', () => {
  const tokens = Array.from({ length: 100 }, newToken);

  expect(tokens).toEqual(tokens.map(() => expect.stringMatching(/^[\w-]{43}$/) as string));
  expect(new Set(tokens).size).toBe(100);
});

test('a secret is compared whole', () => {
  expect([
    sameSecret('abc', 'abc'),
    sameSecret('ab', 'abc'),
    sameSecret('', 'abc'),
    sameSecret('abd', 'abc'),
  ]).toEqual([true, false, false, false]);
});
