import type { Box, SheetField } from '#shared/sheet/layout.ts';
import { FULL_REFLECTANCE, pixelsPerMm, type PaperRaster } from '../raster.ts';

const PRINTED_BELOW = 0.6 * FULL_REFLECTANCE;
const CLEARANCE_MM = 1.5;
const LEAST_LINE_MM = 3;

/** The printed value as the eye finds it: the box of its ink. The planned box where nothing is printed. */
export function printedExtent(paper: PaperRaster, area: Box): Box {
  const scale = pixelsPerMm(paper);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  forEachPrinted(paper, area, (x, y) => {
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  if (right < left) return area;
  return { x: left / scale, y: top / scale, w: (right - left) / scale, h: (bottom - top) / scale };
}

/** Places inside the field's box where a person finds room to write, the most natural first. */
export function freeSpaces(paper: PaperRaster, field: SheetField, value: Box): Box[] {
  const { box } = field;
  const boxRight = box.x + box.w;
  const boxBottom = box.y + box.h;
  const valueRight = value.x + value.w + CLEARANCE_MM;
  const valueBottom = value.y + value.h + 0.4;
  const candidates: Box[] = [
    { x: valueRight, y: box.y, w: boxRight - valueRight - 0.5, h: box.h },
    { x: valueRight, y: value.y - 0.8, w: boxRight - valueRight - 0.5, h: boxBottom - value.y + 0.8 },
    { x: value.x, y: valueBottom, w: boxRight - value.x - 0.5, h: boxBottom - valueBottom },
    { x: value.x + 4, y: box.y - 0.5, w: boxRight - value.x - 4, h: value.y - box.y },
  ];
  return candidates
    .filter((space) => space.w > LEAST_LINE_MM && space.h > LEAST_LINE_MM)
    .map((space) => beforeNextPrint(paper, space));
}

/** Shortens a space to what lies left of the next print in it. */
function beforeNextPrint(paper: PaperRaster, space: Box): Box {
  const core = { ...space, y: space.y + space.h * 0.2, h: space.h * 0.6 };
  let limit = space.x + space.w;
  const scale = pixelsPerMm(paper);
  forEachPrinted(paper, core, (x) => {
    limit = Math.min(limit, x / scale);
  });
  return { ...space, w: Math.max(0, limit - space.x - 0.5) };
}

function forEachPrinted(paper: PaperRaster, area: Box, visit: (x: number, y: number) => void): void {
  const scale = pixelsPerMm(paper);
  const lastRow = Math.min(paper.heightPx - 1, Math.floor((area.y + area.h) * scale));
  const lastColumn = Math.min(paper.widthPx - 1, Math.floor((area.x + area.w) * scale));
  for (let y = Math.max(0, Math.ceil(area.y * scale)); y <= lastRow; y++) {
    for (let x = Math.max(0, Math.ceil(area.x * scale)); x <= lastColumn; x++) {
      if ((paper.reflectance[(y * paper.widthPx + x) * 3 + 1] ?? 0) < PRINTED_BELOW) visit(x, y);
    }
  }
}
