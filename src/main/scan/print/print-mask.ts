import type { Box, PrintedItem, SheetPage } from '#shared/sheet/layout.ts';
import { PRINT_MASK } from '../thresholds.ts';
import { COVERED, NEAR_PRINT, PRINT } from './dilate-stamp.ts';
import type { GlyphStamps, PlacedStamp } from './glyph-stamps.ts';

/** What is printed where, on the upright sheet: 0 for paper, `NEAR_PRINT` or `PRINT` for each small square. */
export interface PrintMask {
  pxPerMm: number;
  width: number;
  height: number;
  data: Uint8Array;
}

const { pxPerMm, toleranceMm } = PRINT_MASK;

/**
 * Drawn from the layout that also made the PDF, so it holds for a value that no other sheet bears. Good until the next page is
 * drawn.
 */
export function drawPrintMask(page: SheetPage, glyphs: GlyphStamps): PrintMask {
  const width = Math.ceil(page.widthMm * pxPerMm);
  const height = Math.ceil(page.heightMm * pxPerMm);
  const mask = { pxPerMm, width, height, data: blankPlane(width * height) };
  for (const item of page.items) drawItem(mask, item, glyphs);
  return mask;
}

/** One plane for all the pages of a thread: allocating two megabytes a page costs more than wiping them. */
let plane = new Uint8Array(0);

function blankPlane(length: number): Uint8Array {
  if (plane.length === length) return plane.fill(0);
  plane = new Uint8Array(length);
  return plane;
}

function drawItem(mask: PrintMask, item: PrintedItem, glyphs: GlyphStamps): void {
  if (item.kind === 'text') {
    for (const placed of glyphs.place(item.text, item.font, item.sizePt, item.x * pxPerMm, item.y * pxPerMm))
      blit(mask, placed);
  } else if (item.kind === 'line') drawLine(mask, item);
  else if (item.kind === 'rect') drawRect(mask, item);
  else if (item.kind === 'mark') fill(mask, item.box);
  else raise(mask, grown(item.box, toleranceMm), COVERED);
}

function blit(mask: PrintMask, { stamp, x, y }: PlacedStamp): void {
  for (let row = 0; row < stamp.height; row++) {
    const to = y + stamp.top + row;
    if (to < 0 || to >= mask.height) continue;
    for (let column = 0; column < stamp.width; column++) {
      const value = stamp.data[row * stamp.width + column]!;
      const at = x + stamp.left + column;
      if (value === 0 || at < 0 || at >= mask.width) continue;
      if (mask.data[to * mask.width + at]! < value) mask.data[to * mask.width + at] = value;
    }
  }
}

function fill(mask: PrintMask, box: Box): void {
  raise(mask, grown(box, toleranceMm), NEAR_PRINT);
  raise(mask, box, PRINT);
}

function grown({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

function raise(mask: PrintMask, box: Box, value: number): void {
  const left = Math.max(0, Math.floor(box.x * pxPerMm));
  const right = Math.min(mask.width, Math.ceil((box.x + box.w) * pxPerMm));
  const bottom = Math.min(mask.height, Math.ceil((box.y + box.h) * pxPerMm));
  for (let row = Math.max(0, Math.floor(box.y * pxPerMm)); row < bottom; row++)
    for (let at = row * mask.width + left; at < row * mask.width + right; at++)
      if (mask.data[at]! < value) mask.data[at] = value;
}

function drawLine(
  mask: PrintMask,
  { x1, y1, x2, y2, widthMm }: Extract<PrintedItem, { kind: 'line' }>,
): void {
  const steps = x1 === x2 || y1 === y2 ? 1 : Math.ceil(Math.hypot(x2 - x1, y2 - y1) * pxPerMm);
  for (let step = 0; step < steps; step++) {
    const [from, to] = [step / steps, (step + 1) / steps];
    const [ax, bx] = [x1 + (x2 - x1) * from, x1 + (x2 - x1) * to];
    const [ay, by] = [y1 + (y2 - y1) * from, y1 + (y2 - y1) * to];
    const bounds = { x: Math.min(ax, bx), y: Math.min(ay, by), w: Math.abs(bx - ax), h: Math.abs(by - ay) };
    fill(mask, grown(bounds, widthMm / 2));
  }
}

function drawRect(
  mask: PrintMask,
  { box, strokeMm, fillGrey }: Extract<PrintedItem, { kind: 'rect' }>,
): void {
  if (fillGrey !== undefined && fillGrey < PRINT_MASK.lightFillGrey) fill(mask, box);
  if (strokeMm === undefined) return;
  const { x, y, w, h } = box;
  const side = { kind: 'line' as const, widthMm: strokeMm, grey: 0 };
  drawLine(mask, { ...side, x1: x, y1: y, x2: x + w, y2: y });
  drawLine(mask, { ...side, x1: x, y1: y + h, x2: x + w, y2: y + h });
  drawLine(mask, { ...side, x1: x, y1: y, x2: x, y2: y + h });
  drawLine(mask, { ...side, x1: x + w, y1: y, x2: x + w, y2: y + h });
}
