import { describe, expect, it } from 'vitest';
import type { Box, SheetField } from '#shared/sheet/layout.ts';
import { fieldsOf } from './attribute-group.ts';
import type { StrokeGroup } from './group-strokes.ts';
import { hull } from './group-strokes.ts';
import type { Stroke } from './measure-strokes.ts';

const aField = (id: string, x: number, y: number, w: number): SheetField => ({
  id,
  label: id,
  value: 'imprimé',
  box: { x, y, w, h: 10 },
  valueBox: { x, y: y + 4, w: w / 2, h: 4 },
});

const FIELDS = [
  aField('town', 17, 100, 60),
  aField('nationality', 77, 100, 40),
  aField('phone', 17, 112, 100),
];

/** Red strokes; `inkIn`: square millimetres in each field, by its rank from 1. */
function aMark(strokes: { box: Box; inkIn?: [number, number][] }[]): StrokeGroup {
  const made = strokes.map(({ box, inkIn = [] }): Stroke => ({
    coloured: true,
    box,
    areaMm2: 5,
    widthMm: 0.5,
    printShare: 0,
    absorbance: [0.1, 0.8, 0.7],
    chroma: 120,
    inkIn: new Map(inkIn),
  }));
  return {
    ink: 'red',
    confidence: 1,
    strokes: made,
    areaMm2: 5 * made.length,
    box: hull(made.map(({ box }) => box)),
  };
}

describe('a mark is about', () => {
  it('every answer that holds enough of its ink', () => {
    const across = aMark([
      {
        box: { x: 60, y: 103, w: 30, h: 2 },
        inkIn: [
          [1, 2],
          [2, 3],
        ],
      },
    ]);
    expect(fieldsOf(across, FIELDS)).toEqual(['town', 'nationality']);
  });

  it('the nearest answer of its line when it is a note in the margin', () => {
    const note = aMark([{ box: { x: 5, y: 115, w: 8, h: 3 } }]);
    expect(fieldsOf(note, FIELDS)).toEqual(['phone']);
  });

  it('also the answer its arrow points at, beyond those it crosses', () => {
    const note = { box: { x: 5, y: 104, w: 8, h: 3 } };
    const shaft = { box: { x: 12, y: 105, w: 64.5, h: 1 }, inkIn: [[1, 4]] as [number, number][] };
    expect(fieldsOf(aMark([note, shaft]), FIELDS)).toEqual(['town', 'nationality']);
  });

  it('nothing when it is far from every answer', () => {
    expect(fieldsOf(aMark([{ box: { x: 100, y: 220, w: 9, h: 3 } }]), FIELDS)).toEqual([]);
  });
});
