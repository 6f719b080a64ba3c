import type { PointMm } from '../ink/curve.ts';
import { FULL_REFLECTANCE, pixelsPerMm, type Channels, type PaperRaster } from '../raster.ts';
import type { Projection } from './projection.ts';

/** Light that reaches the sensor on one line of the image, per channel, `FULL_REFLECTANCE` being 1. */
export type LightRow = [Float32Array, Float32Array, Float32Array];

interface Optics {
  /** From pixels of the image to pixels of the paper. */
  toPaper: Projection;
  /** Offset of each channel's sensor line, in pixels of the image. */
  shifts: readonly PointMm[];
  lid: Channels;
  /** A second sheet between the first and the lid, in pixels of the paper. */
  beneath?: { paper: PaperRaster; downPx: number };
  widthPx: number;
  /** Samples a pixel, in each direction. */
  oversampling: number;
}

const SHADOW_REACH_MM = 0.9;
const SHADOW_DEPTH = 0.35;

/** Reads the paper line by line through the scanner's geometry, bilinear in linear light as a sensor adds it up. */
export function createRowReader(paper: PaperRaster, optics: Optics): (y: number) => LightRow {
  const { widthPx, oversampling } = optics;
  const count = widthPx * oversampling;
  const across = new Float64Array(count);
  const down = new Float64Array(count);
  const fine = new Float32Array(count);
  const offsets = optics.shifts.map((shift) => shiftOnPaper(optics.toPaper, shift));
  const row: LightRow = [new Float32Array(widthPx), new Float32Array(widthPx), new Float32Array(widthPx)];
  return (y) => {
    if (oversampling > 1) row.forEach((channel) => channel.fill(0));
    for (let sub = 0; sub < oversampling; sub++) {
      placeLine(optics, y + (sub + 0.5) / oversampling - 0.5, across, down);
      row.forEach((into, channel) => {
        const offset = offsets[channel] ?? { x: 0, y: 0 };
        const samples = oversampling > 1 ? fine : into;
        const backdrop = { beneath: optics.beneath, lid: optics.lid[channel] ?? 1 };
        sampleLine(paper, { across, down, offset }, channel, backdrop, samples);
        if (oversampling > 1) addUp(fine, into, oversampling);
      });
    }
    return row;
  };
}

/** A shift of a pixel or two, turned and scaled as the scan is; perspective does not bend so short a way. */
function shiftOnPaper([a, b, , d, e]: Projection, shift: PointMm): PointMm {
  return { x: a * shift.x + b * shift.y, y: d * shift.x + e * shift.y };
}

/** Where each sample of a line falls on the paper, in pixels of the paper. */
function placeLine(optics: Optics, y: number, across: Float64Array, down: Float64Array): void {
  const [a, b, c, d, e, f, g, h, i] = optics.toPaper;
  const step = 1 / optics.oversampling;
  const startX = b * y + c;
  const startY = e * y + f;
  const startW = h * y + i;
  const isFlat = g === 0 && h === 0;
  for (let index = 0; index < across.length; index++) {
    const x = (index + 0.5) * step - 0.5;
    const w = isFlat ? 1 : 1 / (g * x + startW);
    across[index] = (a * x + startX) * w;
    down[index] = (d * x + startY) * w;
  }
}

interface Line {
  across: Float64Array;
  down: Float64Array;
  offset: PointMm;
}

/** What the sensor sees where the sheet is not. */
interface Backdrop {
  beneath: Optics['beneath'];
  lid: number;
}

function sampleLine(
  paper: PaperRaster,
  { across, down, offset }: Line,
  channel: number,
  backdrop: Backdrop,
  into: Float32Array,
): void {
  const { reflectance, widthPx, heightPx } = paper;
  const stride = widthPx * 3;
  const shadowReach = SHADOW_REACH_MM * pixelsPerMm(paper);
  for (let index = 0; index < into.length; index++) {
    const u = (across[index] ?? 0) + offset.x;
    const v = (down[index] ?? 0) + offset.y;
    if (u < 0 || v < 0 || u >= widthPx - 1 || v >= heightPx - 1) {
      into[index] = lightBehind(backdrop, u, v, channel) * edgeShadow(u, v, widthPx, heightPx, shadowReach);
      continue;
    }
    const column = u | 0;
    const line = v | 0;
    const right = u - column;
    const below = v - line;
    const at = line * stride + column * 3 + channel;
    const topLeft = reflectance[at] ?? 0;
    const bottomLeft = reflectance[at + stride] ?? 0;
    const top = topLeft + ((reflectance[at + 3] ?? 0) - topLeft) * right;
    const bottom = bottomLeft + ((reflectance[at + stride + 3] ?? 0) - bottomLeft) * right;
    into[index] = top + (bottom - top) * below;
  }
}

function lightBehind({ beneath, lid }: Backdrop, u: number, v: number, channel: number): number {
  const behind = lid * FULL_REFLECTANCE;
  if (!beneath) return behind;
  const { paper, downPx } = beneath;
  const column = Math.round(u);
  const row = Math.round(v) - downPx;
  if (column < 0 || row < 0 || column >= paper.widthPx || row >= paper.heightPx) return behind;
  return paper.reflectance[(row * paper.widthPx + column) * 3 + channel] ?? behind;
}

/** The thickness of the sheet throws a thin shadow on the lid. */
function edgeShadow(u: number, v: number, widthPx: number, heightPx: number, reach: number): number {
  const outside = Math.max(-u, u - widthPx + 1, -v, v - heightPx + 1);
  return outside < reach ? 1 - SHADOW_DEPTH * (1 - outside / reach) : 1;
}

function addUp(fine: Float32Array, into: Float32Array, oversampling: number): void {
  const share = 1 / (oversampling * oversampling);
  let index = 0;
  for (let x = 0; x < into.length; x++) {
    for (let sub = 0; sub < oversampling; sub++) {
      into[x] = (into[x] ?? 0) + (fine[index++] ?? 0) * share;
    }
  }
}
