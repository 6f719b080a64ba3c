import { describe, expect, it } from 'vitest';
import { boxInImage, unionOf, withMargin } from './page-geometry.ts';

const image = { widthPx: 1000, heightPx: 1400, pxPerMmX: 4, pxPerMmY: 5, originXPx: 10, originYPx: -20 };

describe('a box of the sheet on its scan', () => {
  it('follows the scale of each axis and the place of the sheet', () => {
    expect(boxInImage({ x: 20, y: 30, w: 10, h: 2 }, image)).toEqual({
      x: 90,
      y: 130,
      width: 40,
      height: 10,
    });
  });

  it('is nowhere when the sheet was not found', () => {
    expect(boxInImage({ x: 20, y: 30, w: 10, h: 2 }, { ...image, pxPerMmX: null })).toBeUndefined();
  });

  it('holds a field and the ink that overflows it', () => {
    const field = { x: 20, y: 30, w: 50, h: 8 };
    const ink = { x: 60, y: 26, w: 25, h: 6 };
    expect([unionOf([field, ink]), unionOf([])]).toEqual([{ x: 20, y: 26, w: 65, h: 12 }, undefined]);
  });

  it('gets air around it without leaving the image', () => {
    expect(withMargin({ x: 5, y: 1380, width: 40, height: 15 }, 10, image)).toEqual({
      x: 0,
      y: 1370,
      width: 55,
      height: 30,
    });
  });
});
