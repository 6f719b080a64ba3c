import { COVERED, NEAR_PRINT, PAPER } from '../print/dilate-stamp.ts';
import type { PrintMask } from '../print/print-mask.ts';
import type { Raster } from '../raster.ts';
import type { Projection } from '../register/projection.ts';
import { INK, PAPER_WHITE } from '../thresholds.ts';
import type { PaperWhite } from './paper-white.ts';

/** What a pixel holds that the sheet as printed does not. */
export const NO_INK = 0;
export const COLOURED = 1;
/** Coloured, on or beside print: it may be a pen over print, or the rim of a letter. */
export const COLOURED_ON_PRINT = 2;
export const DARK = 3;

export interface InkPlane {
  width: number;
  height: number;
  labels: Uint8Array;
  /** Indexes of the labelled pixels. */
  pixels: Int32Array;
}

export interface Sight {
  raster: Raster;
  paper: PaperWhite;
  mask: PrintMask;
  /** Pixels of the scan to millimetres on the sheet. */
  toSheet: Projection;
  /** False for a grey scan: every difference between its channels is noise. */
  hasColour: boolean;
}

/** One pass over the page; bare paper, nine pixels of ten, is left after three comparisons. */
export function findForeignInk(sight: Sight): InkPlane {
  const { raster, paper } = sight;
  const { width, height } = raster;
  const labels = new Uint8Array(width * height);
  const pixels: number[] = [];
  const { cellPx } = PAPER_WHITE;
  for (let row = 0; row < paper.rows; row++)
    for (let column = 0; column < paper.columns; column++)
      labelCell(sight, labels, pixels, column * cellPx, row * cellPx, (row * paper.columns + column) * 3);
  return { width, height, labels, pixels: Int32Array.from(pixels) };
}

function labelCell(sight: Sight, labels: Uint8Array, pixels: number[], left: number, top: number, cell: number): void {
  const { width, height, data } = sight.raster;
  const { rgb } = sight.paper;
  const [whiteR, whiteG, whiteB] = [rgb[cell]!, rgb[cell + 1]!, rgb[cell + 2]!];
  const [gainR, gainG, gainB] = [255 / Math.max(1, whiteR), 255 / Math.max(1, whiteG), 255 / Math.max(1, whiteB)];
  const [paperR, paperG, paperB] = [whiteR * INK.paperShare, whiteG * INK.paperShare, whiteB * INK.paperShare];
  const right = Math.min(width, left + PAPER_WHITE.cellPx);
  const bottom = Math.min(height, top + PAPER_WHITE.cellPx);
  for (let y = top; y < bottom; y++)
    for (let x = left, at = (y * width + left) * 3; x < right; x++, at += 3) {
      const r = data[at]!;
      const g = data[at + 1]!;
      const b = data[at + 2]!;
      if (r >= paperR && g >= paperG && b >= paperB) continue;
      const red = r * gainR;
      const green = g * gainG;
      const blue = b * gainB;
      const lightest = Math.max(red, green, blue);
      const darkest = Math.min(red, green, blue);
      const chroma = lightest - darkest;
      const coloured = sight.hasColour && chroma >= INK.chroma && chroma >= INK.chromaShare * (255 - darkest);
      if (!coloured && lightest > INK.dark) continue;
      const label = coloured ? labelColoured(printedAt(sight, x, y), chroma) : labelDark(printedAt(sight, x, y));
      if (label === NO_INK) continue;
      labels[y * width + x] = label;
      pixels.push(y * width + x);
    }
}

function printedAt({ mask, toSheet: p }: Sight, x: number, y: number): number {
  const scale = mask.pxPerMm / (p.g * (x + 0.5) + p.h * (y + 0.5) + 1);
  const column = Math.floor((p.a * (x + 0.5) + p.b * (y + 0.5) + p.c) * scale);
  const row = Math.floor((p.d * (x + 0.5) + p.e * (y + 0.5) + p.f) * scale);
  if (column < 0 || row < 0 || column >= mask.width || row >= mask.height) return COVERED;
  return mask.data[row * mask.width + column]!;
}

function labelColoured(printed: number, chroma: number): number {
  if (printed === COVERED) return NO_INK;
  if (printed === PAPER) return COLOURED;
  return chroma >= (printed === NEAR_PRINT ? INK.chromaNearPrint : INK.chromaOnPrint) ? COLOURED_ON_PRINT : NO_INK;
}

function labelDark(printed: number): number {
  return printed === PAPER ? DARK : NO_INK;
}
