import { expect, test } from 'vitest';
import { getPen, PEN_CLASSES, PEN_FAMILIES, pensOf } from './pens.ts';
import type { Channels } from './raster.ts';

/** CIE Lab hue, in degrees, of a full stroke on perfect paper. */
function hueOf(absorbance: Channels): number {
  const [r, g, b] = absorbance.map((value) => 10 ** -value) as [number, number, number];
  const curve = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return (Math.atan2(200 * (y - z), 500 * (x - y)) * 180) / Math.PI;
}

test('both families hold a pen of every class', () => {
  const missing = PEN_FAMILIES.flatMap((family) =>
    PEN_CLASSES.filter((penClass) => pensOf(family, penClass).length === 0),
  );
  expect(missing).toEqual([]);
});

test('no pen that scores has the ink of a pen that tunes', () => {
  const inks = (family: 'tuning' | 'scoring'): string[] => pensOf(family).map((pen) => pen.absorbance.join());
  const tuning = new Set(inks('tuning'));
  expect(inks('scoring').filter((ink) => tuning.has(ink))).toEqual([]);
});

test('every red pen is red to the eye: a Lab hue between 10 and 36 degrees', () => {
  const reds = PEN_FAMILIES.flatMap((family) => pensOf(family)).filter((pen) => pen.ink === 'red');
  const strange = reds.filter((pen) => hueOf(pen.absorbance) < 10 || hueOf(pen.absorbance) > 36);
  expect(strange.map((pen) => [pen.id, hueOf(pen.absorbance)])).toEqual([]);
});

test('no pink, orange, brown, purple or blue pen has a hue that a red one has', () => {
  const others = PEN_FAMILIES.flatMap((family) => pensOf(family)).filter(
    (pen) => pen.ink === 'other' || pen.ink === 'blue',
  );
  const reddish = others.filter((pen) => hueOf(pen.absorbance) > 8 && hueOf(pen.absorbance) < 45);
  expect(reddish.map((pen) => pen.id)).toEqual([]);
});

test('a pen that does not exist is refused by its name', () => {
  expect(() => getPen('scoring-plume-d-oie')).toThrow('scoring-plume-d-oie');
});
