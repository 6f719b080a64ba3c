import { expect, it } from 'vitest';
import type { Box, SheetPage } from '#shared/sheet/layout.ts';
import { isArtefact, isRimOfCopy } from './artefacts.ts';
import type { Stroke } from './measure-strokes.ts';

const PAGE: SheetPage = {
  widthMm: 210,
  heightMm: 297,
  items: [],
  fields: [],
  marks: [],
  codes: [],
  witness: [],
};

function aStroke(box: Box, coloured = true): Stroke {
  const areaMm2 = Math.max(0.2, box.w * box.h * 0.4);
  const absorbance: Stroke['absorbance'] = coloured ? [0.1, 1.1, 0.9] : [0.8, 0.8, 0.8];
  return { coloured, box, areaMm2, widthMm: 0.5, printShare: 0, absorbance, chroma: 60, inkIn: new Map() };
}

const isLeftOut = (box: Box, coloured?: boolean) => isArtefact(aStroke(box, coloured), PAGE);

it('the desk under a photographed sheet is no ink, along an edge as at a corner, whatever its colour', () => {
  expect([
    isLeftOut({ x: 204.2, y: 240.1, w: 5.8, h: 57 }),
    isLeftOut({ x: 71, y: 0, w: 139, h: 8.5 }),
    isLeftOut({ x: 196.7, y: 0.1, w: 13.3, h: 10.9 }),
    isLeftOut({ x: 0, y: 0.1, w: 26, h: 19.9 }, false),
  ]).toEqual([true, true, true, true]);
});

it('what a hand wrote in the margin, or across the page up to its edge, is ink', () => {
  expect([
    isLeftOut({ x: 3, y: 120, w: 8, h: 6 }),
    isLeftOut({ x: 197, y: 120, w: 12, h: 6 }),
    isLeftOut({ x: 150, y: 140, w: 60, h: 20 }),
  ]).toEqual([false, false, false]);
});

it('the coloured rim of a rule is no ink; a stroke on the rule, or as thin a dash beside it, is', () => {
  const line = { kind: 'line', x1: 17, y1: 124.6, x2: 193, y2: 124.6, widthMm: 0.2, grey: 0.6 } as const;
  const ruled = { ...PAGE, items: [line] };
  const isRim = (box: Box) => isArtefact(aStroke(box), ruled);
  expect([
    isRim({ x: 38.3, y: 124.4, w: 2.5, h: 0.2 }),
    isRim({ x: 38.3, y: 124.2, w: 2.5, h: 0.5 }),
    isRim({ x: 38.3, y: 122.4, w: 2.5, h: 0.2 }),
  ]).toEqual([true, false, false]);
});

it('on a photocopy a coloured line thinner than a pen is the rim of black writing; red ink put on it later is not', () => {
  expect([
    isRimOfCopy(aStroke({ x: 31, y: 104, w: 4.4, h: 0.15 })),
    isRimOfCopy(aStroke({ x: 34, y: 68, w: 0.66, h: 0.26 })),
    isRimOfCopy(aStroke({ x: 31, y: 104, w: 4.4, h: 0.5 })),
    isRimOfCopy(aStroke({ x: 31, y: 104, w: 4.4, h: 0.15 }, false)),
  ]).toEqual([true, true, false, false]);
});
