import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INKS } from '#shared/contract/page-reading.ts';
import { inkBoundsSchema } from '#shared/contract/calibration.ts';
import { INK_BOUNDS } from '../thresholds.ts';
import { fitBounds } from './fit-bounds.ts';
import type { KnownPen } from './fit-bounds.ts';

const pen = (expected: KnownPen['expected'], hue: number, chroma = 50): KnownPen => ({
  expected,
  hue,
  chroma,
});

test('pens that stand well inside their ink move nothing', () => {
  const pens = [pen('red', 15), pen('red', 22), pen('blue', -75), pen('black', -80, 3), pen('other', 70)];
  expect(fitBounds(pens)).toEqual(INK_BOUNDS);
});

test('an empty chart moves nothing', () => {
  expect(fitBounds([])).toEqual(INK_BOUNDS);
});

test('a pen that fell outside draws its edge beyond itself', () => {
  const bounds = fitBounds([pen('red', 45), pen('blue', -103), pen('other', 70)]);
  expect(bounds).toEqual({ ...INK_BOUNDS, redTo: 51, blueFrom: -109 });
});

test('between two inks that come near, the edge lies in the middle', () => {
  expect(fitBounds([pen('blue', -57), pen('other', -47)]).blueTo).toBe(-52);
});

test('a red that came out nearly grey lowers the chroma that counts as a colour', () => {
  expect(fitBounds([pen('red', 15, 7.5), pen('black', 15, 3)]).leastChroma).toBe(6.5);
});

const anyPen = fc.record({
  expected: fc.constantFrom(...INKS),
  hue: fc.double({ min: -180, max: 180, noNaN: true }),
  chroma: fc.double({ min: 0, max: 100, noNaN: true }),
});

test('whatever a chart says, its bounds are safe: no red of the program is lost', () => {
  fc.assert(
    fc.property(fc.array(anyPen, { maxLength: 30 }), (pens) => {
      const { redFrom, redTo, blueFrom, blueTo, leastChroma } = inkBoundsSchema.parse(fitBounds(pens));
      expect(redFrom <= INK_BOUNDS.redFrom && redTo >= INK_BOUNDS.redTo).toBe(true);
      expect(leastChroma <= INK_BOUNDS.leastChroma).toBe(true);
      expect(blueFrom < blueTo && blueTo < redFrom).toBe(true);
    }),
  );
});
