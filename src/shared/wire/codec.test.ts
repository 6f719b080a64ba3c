import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodecError, decode, encode } from './codec.ts';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$bytes', '$object', '__proto__')), tie('value'), {
      maxKeys: 5,
      noNullPrototype: true,
    }),
  ),
})).value;

describe('the codec', () => {
  it('gives back exactly what it was given, bytes and awkward keys included', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(decode(encode(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('carries a large file', () => {
    const bytes = new Uint8Array(3_000_000).map((_, index) => index % 251);
    expect(decode(encode({ bytes }))).toEqual({ bytes });
  });

  it('leaves out members that are undefined', () => {
    expect(encode({ a: 1, b: undefined })).toBe('{"a":1}');
  });

  it('refuses what one of the two hosts could not carry', () => {
    for (const value of [new Date(0), new Map(), Number.NaN, () => 1, 1n, Symbol('x')]) {
      expect(() => encode(value)).toThrow(CodecError);
    }
  });

  it('refuses text that it cannot have made', () => {
    for (const text of ['', '{', '{"$bytes":3}', '{"$bytes":"?"}', '[1e999]'])
      expect(() => decode(text)).toThrow(CodecError);
  });
});
