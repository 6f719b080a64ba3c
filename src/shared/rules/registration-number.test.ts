import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockOf,
  examClassOf,
  formatCandidateNumber,
  formatRegistrationNumber,
  groupRegistrationNumber,
  hasMod97Key,
  parseRegistrationNumber,
} from './registration-number.ts';

const numbers = fc
  .record({
    examYear: fc.integer({ min: 2000, max: 2099 }),
    examClass: fc.integer({ min: 1, max: 4 }),
    block: fc.integer({ min: 0, max: 9999 }).map((block) => String(block).padStart(4, '0')),
    counter: fc.integer({ min: 1, max: 999_999 }),
  })
  .map(formatRegistrationNumber);

const replaceAt = (text: string, index: number, part: string) =>
  text.slice(0, index) + part + text.slice(index + part.length);

describe('a registration number', () => {
  it('is year, exam class, station block, counter and key', () => {
    const number = formatRegistrationNumber({ examYear: 2027, examClass: 1, block: '0421', counter: 137 });
    expect([groupRegistrationNumber(number), blockOf(number)]).toEqual(['27 1 0421 000137 51', '0421']);
  });

  it('is read with or without its spaces', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parseRegistrationNumber(groupRegistrationNumber(number))).toBe(number);
      }),
    );
  });

  it('is refused after any single wrong digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(14), fc.integer({ min: 1, max: 9 }), (number, index, shift) => {
        const wrong = replaceAt(number, index, String((Number(number[index]) + shift) % 10));
        expect(parseRegistrationNumber(wrong)).toBeUndefined();
      }),
    );
  });

  it('is refused after any two neighbours are swapped, adjacent or one apart', () => {
    fc.assert(
      fc.property(numbers, fc.nat(12), fc.constantFrom(1, 2), (number, index, gap) => {
        const [a, b] = [number[index] ?? '', number[index + gap] ?? ''];
        fc.pre(a !== b);
        const swapped = replaceAt(replaceAt(number, index, b), index + gap, a);
        expect(parseRegistrationNumber(swapped)).toBeUndefined();
      }),
    );
  });

  it('refuses a counter that no longer fits rather than wrapping round', () => {
    expect(() =>
      formatRegistrationNumber({ examYear: 2027, examClass: 1, block: '0421', counter: 1_000_000 }),
    ).toThrow(RangeError);
  });

  it('gives MC and CS one class, since CS replaced MC', () => {
    expect((['bacPro', 'bp', 'cap', 'mc', 'cs'] as const).map(examClassOf)).toEqual([1, 2, 3, 4, 4]);
  });
});

describe('a candidate number', () => {
  it('has twelve digits and the same key', () => {
    const number = formatCandidateNumber('0421', 7);
    expect([number.length, hasMod97Key(number)]).toEqual([12, true]);
  });
});
