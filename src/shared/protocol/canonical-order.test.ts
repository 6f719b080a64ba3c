import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isInCanonicalOrder } from './canonical-order.ts';

it('is only said of values whose JSON is their canonical form', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      if (isInCanonicalOrder(value)) expect(JSON.stringify(value)).toBe(canonicalize(value));
    }),
  );
});

it('is said of whatever was written in canonical form and read again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalize(value) ?? '';
      const read: unknown = JSON.parse(text);
      // JavaScript puts names that are numbers first, in the order of numbers: those are sorted again.
      fc.pre(JSON.stringify(read) === text);
      expect(isInCanonicalOrder(read)).toBe(true);
    }),
  );
});

it('is not said of what JSON cannot say, or says otherwise', () => {
  const values = [
    Number.NaN,
    undefined,
    '\ud800',
    { a: undefined },
    { b: 1, a: 1 },
    [{ '\udc00': 1 }],
    new Date(0),
  ];
  expect(values.map(isInCanonicalOrder)).toEqual(values.map(() => false));
});
