import type { Raster } from '../raster.ts';
import { PAPER_WHITE } from '../thresholds.ts';
import type { PaperWhite } from './paper-white.ts';

/** Base 10, per channel: 0 for paper; of two inks one over the other, the sum. */
export type Absorbance = [number, number, number];

/** Column of the scan that an index of the bordered plane stands for. */
export function columnOf(stride: number, at: number): number {
  return (at % stride) - 1;
}

/** Row of the scan that an index of the bordered plane stands for. */
export function rowOf(stride: number, at: number): number {
  return Math.floor(at / stride) - 1;
}

/** Where the white of the paper around a pixel is found. */
export function cellAt(paper: PaperWhite, x: number, y: number): number {
  const { cellPx } = PAPER_WHITE;
  return (Math.floor(y / cellPx) * paper.columns + Math.floor(x / cellPx)) * 3;
}

/** Of the light that the paper sends back, what is left: 1 for paper, a little more where the paper is brighter than around. */
export function shareAt(raster: Raster, paper: PaperWhite, x: number, y: number, channel: number): number {
  const place = (y * raster.width + x) * 3 + channel;
  return (raster.data[place]! + 1) / (paper.rgb[cellAt(paper, x, y) + channel]! + 1);
}

export function absorbanceAt(raster: Raster, paper: PaperWhite, x: number, y: number): Absorbance {
  const of = (channel: number) => -Math.log10(Math.min(1, shareAt(raster, paper, x, y, channel)));
  return [of(0), of(1), of(2)];
}
