import { expect, it } from 'vitest';
import type { Box, SheetPage } from '#shared/sheet/layout.ts';
import { drawFieldMap } from './field-map.ts';
import type { Stroke } from './measure-strokes.ts';
import type { Absorbance } from './pixel-absorbance.ts';
import { readInk } from './read-ink.ts';

const PAGE: SheetPage = {
  widthMm: 210,
  heightMm: 297,
  items: [],
  fields: [],
  marks: [],
  codes: [],
  witness: [],
  signatureBox: { x: 100, y: 250, w: 80, h: 25 },
  dateBox: { x: 20, y: 250, w: 60, h: 25 },
};
const MAP = drawFieldMap(PAGE);
const BLUE: Absorbance = [0.6, 0.4, 0.1];
const COFFEE: Absorbance = [0.03, 0.05, 0.11];
const PALE_YELLOW: Absorbance = [0.002, 0.01, 0.04];

/** A stroke whose ink lies wholly in the signature box. */
function aStroke(box: Box, areaMm2: number, widthMm: number, absorbance: Absorbance): Stroke {
  const inkIn = new Map([[MAP.signature, areaMm2]]);
  return { coloured: true, box, areaMm2, widthMm, printShare: 0, absorbance, chroma: 60, inkIn };
}

const signatureOf = (...strokes: Stroke[]) => readInk(strokes, PAGE, MAP).signature;
const splashes = [
  aStroke({ x: 105, y: 254, w: 2.6, h: 2.9 }, 3.7, 0.8, COFFEE),
  aStroke({ x: 163, y: 254, w: 2.5, h: 2.2 }, 2.9, 0.7, COFFEE),
];
const ring = aStroke({ x: 120, y: 264, w: 36, h: 8 }, 51, 1.3, COFFEE);
const signature = aStroke({ x: 120, y: 258, w: 30, h: 9 }, 12, 0.4, BLUE);

it('a signature is found, alone and beside a stain', () => {
  expect(signatureOf(signature)).toEqual({ state: 'present', ink: 'blue' });
  expect(signatureOf(signature, ring, ...splashes)).toEqual({ state: 'present', ink: 'blue' });
});

it('a cup that splashed on the empty box did not sign: a person looks', () => {
  expect(signatureOf(ring, ...splashes)).toMatchObject({ state: 'doubtful' });
});

it('the ring of a cup alone is nothing', () => {
  expect(signatureOf(ring)).toEqual({ state: 'absent' });
});

it('a dirty line of the scanner is nothing', () => {
  const lines = [110, 133].map((x) => aStroke({ x, y: 254.7, w: 18, h: 0.01 }, 2, 0.14, PALE_YELLOW));
  expect(signatureOf(...lines)).toEqual({ state: 'absent' });
});
