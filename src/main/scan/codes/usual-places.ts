import { BOTTOM_LEFT_CODE, BOTTOM_RIGHT_CODE, TOP_CODE } from '#shared/sheet/geometry.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from '#shared/sheet/layout.ts';
import type { Box } from '#shared/sheet/layout.ts';
import type { Raster } from '../raster.ts';
import { CODES } from '../thresholds.ts';
import type { PixelBox } from './grey-plane.ts';

const UPRIGHT: readonly Box[] = [TOP_CODE, BOTTOM_LEFT_CODE, BOTTOM_RIGHT_CODE];

/**
 * Where the codes lie when the sheet fills the scan, for each way up that the scan's own shape allows: an eighth of the page to
 * search. A sheet that lies otherwise is found by searching all of it.
 */
export function usualPlaces({ width, height }: Raster): PixelBox[][] {
  const sideways = width > height;
  const perMm = Math.max(width, height) / PAGE_HEIGHT_MM;
  const quarterTurns = sideways ? [1, 3] : [0, 2];
  return quarterTurns.map((quarters) =>
    UPRIGHT.map((box) => turnedBox(box, quarters)).map(({ x, y, w, h }) => ({
      left: (x - CODES.usualMarginMm) * perMm,
      top: (y - CODES.usualMarginMm) * perMm,
      right: (x + w + CODES.usualMarginMm) * perMm,
      bottom: (y + h + CODES.usualMarginMm) * perMm,
    })),
  );
}

/** The box on a page turned clockwise by quarters. */
function turnedBox({ x, y, w, h }: Box, quarters: number): Box {
  switch (quarters) {
    case 1:
      return { x: PAGE_HEIGHT_MM - y - h, y: x, w: h, h: w };
    case 2:
      return { x: PAGE_WIDTH_MM - x - w, y: PAGE_HEIGHT_MM - y - h, w, h };
    case 3:
      return { x: y, y: PAGE_WIDTH_MM - x - w, w: h, h: w };
    default:
      return { x, y, w, h };
  }
}
