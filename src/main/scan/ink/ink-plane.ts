import { bytesAt, kernels, layOut, numbersAt } from '../kernels/kernels.ts';
import type { PrintMask } from '../print/print-mask.ts';
import type { Raster } from '../raster.ts';
import type { Projection } from '../register/projection.ts';
import { INK } from '../thresholds.ts';
import type { PaperWhite } from './paper-white.ts';

/** What a pixel holds that the sheet as printed does not; the kernel writes the same numbers. */
export const NO_INK = 0;
export const COLOURED = 1;
/** Coloured, on or beside print: it may be a pen over print, or the rim of a letter. */
export const COLOURED_ON_PRINT = 2;
export const DARK = 3;

/** Bordered by a pixel without ink on each side, so that a neighbour needs no test: `(y + 1) * stride + x + 1`. */
export interface InkPlane {
  stride: number;
  /** In the kernels' memory: good until the next page. */
  labels: Uint8Array;
  /** Indexes of the labelled pixels, in reading order. */
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

/** Coloured pixels on print wait until it is known how coloured the print itself is. */
interface Found {
  labels: Uint8Array;
  pixels: Int32Array;
  onPrint: Int32Array;
  /** Chroma of each of `onPrint`. */
  chromas: Uint8Array;
  printPixels: number;
}

/** No chroma reaches it: nothing of a grey scan is coloured. */
const BEYOND_CHROMA = 256;
/** For each value that paper may have: what is paper from there on, and what makes it 255. */
const LEAST = Uint8Array.from({ length: 256 }, (_, white) => Math.ceil(white * INK.paperShare));
const GAINS = Float64Array.from({ length: 256 }, (_, white) => 255 / Math.max(1, white));

/** One pass over the page; bare paper, nine pixels of ten, is left after one comparison of sixteen at a time. */
export function findForeignInk(sight: Sight): InkPlane {
  const found = runKernel(sight);
  return { stride: sight.raster.width + 2, labels: found.labels, pixels: admitOverPrint(found) };
}

function runKernel({ raster, paper, mask, toSheet: p, hasColour }: Sight): Found {
  const { width, height, data } = raster;
  const plane = (width + 2) * (height + 2);
  const at = layOut({
    raster: data.length,
    least: paper.rgb.length,
    white: paper.rgb.length,
    gain: GAINS.byteLength,
    mask: mask.data.length,
    labels: plane,
    pixels: width * height * 4,
    onPrint: width * height * 4,
    chromas: width * height,
  });
  bytesAt(at.raster, data.length).set(data);
  bytesAt(at.least, paper.rgb.length).set(paper.rgb.map((white) => LEAST[white]!));
  bytesAt(at.white, paper.rgb.length).set(paper.rgb);
  bytesAt(at.gain, GAINS.byteLength).set(new Uint8Array(GAINS.buffer));
  bytesAt(at.mask, mask.data.length).set(mask.data);
  bytesAt(at.labels, plane).fill(NO_INK);
  const kernel = kernels();
  kernel.setMask(at.mask, mask.width, mask.height, mask.pxPerMm);
  kernel.setProjection(p.a, p.b, p.c, p.d, p.e, p.f, p.g, p.h);
  kernel.setInk(hasColour ? INK.chroma : BEYOND_CHROMA, INK.chromaShare, INK.dark);
  kernel.setOutput(at.labels, at.pixels, at.onPrint, at.chromas);
  kernel.findInk(at.raster, width, height, at.least, at.white, at.gain);
  return {
    labels: bytesAt(at.labels, plane),
    pixels: numbersAt(at.pixels, kernel.pixelsFound()),
    onPrint: numbersAt(at.onPrint, kernel.onPrintFound()),
    chromas: bytesAt(at.chromas, kernel.onPrintFound()),
    printPixels: kernel.printPixelsFound(),
  };
}

/**
 * Sensor lines that lie apart, and JPEG's coarse colour, tint the rims of all print alike; a pen tints a little of it more.
 * Only what is more coloured than nearly all print is a pen over print. Returns all pixels of ink, in reading order.
 */
function admitOverPrint({ labels, pixels, onPrint, chromas, printPixels }: Found): Int32Array {
  const counts = new Uint32Array(256);
  for (const chroma of chromas) counts[chroma]!++;
  let left = printPixels * INK.overPrintShare;
  let usual = 255;
  while (usual > INK.chromaNearPrint && (left -= counts[usual]!) > 0) usual--;
  const gate = Math.min(usual, INK.chromaGateMost);
  const admitted = onPrint.filter((_, index) => chromas[index]! >= gate);
  for (const at of admitted) labels[at] = COLOURED_ON_PRINT;
  return merged(pixels, admitted);
}

/** Two lists in reading order as one. */
function merged(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length);
  for (let i = 0, j = 0, out = 0; out < all.length; out++)
    all[out] = j >= b.length || (i < a.length && a[i]! < b[j]!) ? a[i++]! : b[j++]!;
  return all;
}
