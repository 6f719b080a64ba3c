import { expect, it } from 'vitest';
import { isIne } from './ine.ts';

it.each([
  ['RNIE, two letters since 2018', '123456789HK', true],
  ['RNIE with a letter that is not in its alphabet', '123456789HZ', false],
  ['BEA, ten figures and a key letter', '0812345678D', true],
  ['BEA with a key letter O or I', '0812345678O', false],
  ['base 36, the last a figure', '1A2B3C4D5E6', true],
  ['SIFA, an apprentice’s', '0691A12345K', true],
  ['ten characters', '123456789H', false],
  ['twelve characters', '123456789HKK', false],
  ['a sign among them', '12345678-HK', false],
])('an INE: %s', (_shape, text, expected) => {
  expect(isIne(text)).toBe(expected);
});
