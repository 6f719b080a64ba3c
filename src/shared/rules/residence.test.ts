import { describe, expect, it } from 'vitest';
import { NICE, someReferenceFacts } from '../../../tests/builders/reference-facts.ts';
import type { Academy } from '../contract/reference.ts';
import { departmentOf, findOutsideResidence } from './residence.ts';

const academy = (code: string, departments: string[]): Academy => ({ ...NICE, code, departments });
const reference = someReferenceFacts({
  academies: [NICE, academy('10', ['01', '42', '69']), academy('28', ['974']), academy('00', [])],
});

const placeOf = (academyCode: string, postcode: string, addressCountry = 'FR') =>
  findOutsideResidence({ postcode, addressCountry }, { academyCode }, reference)?.place;

describe('where a candidate lives', () => {
  it('is inside the académie by the département of the postcode', () => {
    expect([placeOf('23', '06000'), placeOf('23', '13001')]).toEqual([undefined, 'département 13']);
  });

  it('is told by the communes a postcode serves, which may be of two départements', () => {
    expect([placeOf('10', '01410'), placeOf('23', '01410')]).toEqual([undefined, 'département 01, 39']);
  });

  it('is overseas by postcode, or by the territory named as a country', () => {
    expect([placeOf('28', '97400'), placeOf('28', '97400', 'RE'), placeOf('23', '97400', 'RE')]).toEqual([
      undefined,
      undefined,
      'département 974',
    ]);
  });

  it('is outside every académie when it is abroad', () => {
    expect(placeOf('23', '1000', 'BE')).toBe('Belgique');
  });

  it('matters nowhere in the training académie, nor with a postcode that is none', () => {
    expect([placeOf('00', '13001'), placeOf('23', '6000')]).toEqual([undefined, undefined]);
  });
});

describe('the département of a postcode', () => {
  it('is two digits, three overseas, and split in Corsica', () => {
    expect(['06000', '97410', '98800', '20000', '20200', 'B-1000'].map(departmentOf)).toEqual([
      '06',
      '974',
      '988',
      '2A',
      '2B',
      undefined,
    ]);
  });
});
