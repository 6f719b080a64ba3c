import { COVERED, PAPER } from '../print/dilate-stamp.ts';
import type { PrintMask } from '../print/print-mask.ts';
import type { Raster } from '../raster.ts';
import type { Projection } from '../register/projection.ts';
import { INK, PAPER_WHITE } from '../thresholds.ts';
import { IntList } from './int-list.ts';
import type { PaperWhite } from './paper-white.ts';

/** What a pixel holds that the sheet as printed does not. */
export const NO_INK = 0;
export const COLOURED = 1;
/** Coloured, on or beside print: it may be a pen over print, or the rim of a letter. */
export const COLOURED_ON_PRINT = 2;
export const DARK = 3;

/** Bordered by a pixel without ink on each side, so that a neighbour needs no test: `(y + 1) * stride + x + 1`. */
export interface InkPlane {
  stride: number;
  labels: Uint8Array;
  /** Indexes of the labelled pixels. */
  pixels: Int32Array;
}

/** What is collected on the way: coloured pixels on print wait until it is known how coloured the print itself is. */
interface Found {
  stride: number;
  labels: Uint8Array;
  pixels: IntList;
  onPrint: IntList;
  /** Chroma of each of `onPrint`. */
  chromas: IntList;
  printPixels: number;
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
  const found: Found = {
    stride: width + 2,
    labels: new Uint8Array((width + 2) * (height + 2)),
    pixels: new IntList(),
    onPrint: new IntList(),
    chromas: new IntList(),
    printPixels: 0,
  };
  const { cellPx } = PAPER_WHITE;
  for (let row = 0; row < paper.rows; row++)
    for (let column = 0; column < paper.columns; column++)
      labelCell(sight, found, column * cellPx, row * cellPx, (row * paper.columns + column) * 3);
  admitOverPrint(found);
  return { stride: found.stride, labels: found.labels, pixels: found.pixels.values() };
}

function labelCell(sight: Sight, found: Found, left: number, top: number, cell: number): void {
  const { width, height, data } = sight.raster;
  const { rgb } = sight.paper;
  const [whiteR, whiteG, whiteB] = [rgb[cell]!, rgb[cell + 1]!, rgb[cell + 2]!];
  const [gainR, gainG, gainB] = [
    255 / Math.max(1, whiteR),
    255 / Math.max(1, whiteG),
    255 / Math.max(1, whiteB),
  ];
  const [paperR, paperG, paperB] = [
    whiteR * INK.paperShare,
    whiteG * INK.paperShare,
    whiteB * INK.paperShare,
  ];
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
      if (coloured || lightest <= INK.dark)
        labelPixel(found, (y + 1) * found.stride + x + 1, printedAt(sight, x, y), coloured ? chroma : 0);
    }
}

/** `chroma` is 0 for dark ink. */
function labelPixel(found: Found, at: number, printed: number, chroma: number): void {
  if (printed === COVERED) return;
  if (printed === PAPER) {
    found.labels[at] = chroma > 0 ? COLOURED : DARK;
    found.pixels.push(at);
    return;
  }
  found.printPixels++;
  if (chroma === 0) return;
  found.onPrint.push(at);
  found.chromas.push(chroma);
}

/**
 * Sensor lines that lie apart, and JPEG's coarse colour, tint the rims of all print alike; a pen tints a little of it more.
 * Only what is more coloured than nearly all print is a pen over print.
 */
function admitOverPrint(found: Found): void {
  const counts = new Uint32Array(256);
  const chromas = found.chromas.values();
  for (const chroma of chromas) counts[Math.min(255, chroma)]!++;
  let left = found.printPixels * INK.overPrintShare;
  let usual = 255;
  while (usual > INK.chromaNearPrint && (left -= counts[usual]!) > 0) usual--;
  const gate = Math.min(usual, INK.chromaGateMost);
  const onPrint = found.onPrint.values();
  for (let index = 0; index < onPrint.length; index++) {
    if (chromas[index]! < gate) continue;
    found.labels[onPrint[index]!] = COLOURED_ON_PRINT;
    found.pixels.push(onPrint[index]!);
  }
}

function printedAt({ mask, toSheet: p }: Sight, x: number, y: number): number {
  const scale = mask.pxPerMm / (p.g * (x + 0.5) + p.h * (y + 0.5) + 1);
  const column = Math.floor((p.a * (x + 0.5) + p.b * (y + 0.5) + p.c) * scale);
  const row = Math.floor((p.d * (x + 0.5) + p.e * (y + 0.5) + p.f) * scale);
  if (column < 0 || row < 0 || column >= mask.width || row >= mask.height) return COVERED;
  return mask.data[row * mask.width + column]!;
}
