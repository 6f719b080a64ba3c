import { expect, test } from 'vitest';
import { diplomaCode } from './diploma-code.ts';

test('the five spellings of the open data become one', () => {
  const spellings = ['400-24202 V', '56133605T', '56123205 S', '45023201', '500-33205T'];
  expect(spellings.map(diplomaCode)).toEqual([
    '40024202V',
    '56133605T',
    '56123205S',
    '45023201',
    '50033205T',
  ]);
});

test('what is not a diploma code has no spelling', () => {
  expect(['', 'Coiffure', '400-242', '40024202VV'].map(diplomaCode)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
