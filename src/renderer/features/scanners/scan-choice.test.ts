import { expect, test } from 'vitest';
import type { ScannerDescription } from '#shared/contract/scanners.ts';
import { choiceFrom, firstChoice } from './scan-choice.ts';

const source = (kind: 'flatbed' | 'feeder' | 'feederDuplex') => ({
  kind,
  resolutionsDpi: [150, 300],
  colours: ['colour' as const, 'grey' as const],
});
const SILENT: ScannerDescription = {
  id: 'escl:a',
  name: 'A',
  sources: [],
  trouble: { code: 'scanner-gone' },
};
const OFFICE: ScannerDescription = {
  id: 'sane:b',
  name: 'B',
  sources: [source('flatbed'), source('feeder'), source('feederDuplex')],
  trouble: null,
};
const BOTH_SIDES = {
  scanner: 'sane:b',
  source: 'feederDuplex',
  resolutionDpi: 300,
  colour: 'colour',
} as const;

test('the first scanner that answers is proposed, from both sides, in colour', () => {
  expect(firstChoice([SILENT, OFFICE], null)).toEqual(BOTH_SIDES);
});

test('what this machine uses is kept while it answers, and only then', () => {
  const chosen = { ...BOTH_SIDES, source: 'flatbed' as const, resolutionDpi: 150 };

  expect([firstChoice([SILENT, OFFICE], chosen), firstChoice([SILENT], chosen)]).toEqual([chosen, undefined]);
});

test('a scanner without the usual resolution nor colour is used as it is', () => {
  expect(choiceFrom('x', { kind: 'feeder', resolutionsDpi: [150, 200], colours: ['grey'] })).toEqual({
    scanner: 'x',
    source: 'feeder',
    resolutionDpi: 200,
    colour: 'grey',
  });
});
