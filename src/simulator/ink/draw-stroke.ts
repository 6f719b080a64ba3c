import type { Box } from '#shared/sheet/layout.ts';
import { reliefAt, type Grain } from '../paper/grain.ts';
import type { Nib } from '../pens.ts';
import { FULL_REFLECTANCE, layInk, pixelsPerMm, type PaperRaster } from '../raster.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { smoothNoise } from '../smooth-noise.ts';
import { boxAround, clipToPage, type PixelBox } from './pixel-box.ts';
import type { PenPoint, Stroke } from './curve.ts';

/** What a pen leaves, pixel by pixel, before it is laid on the paper: one layer, however often the stroke crosses itself. */
interface Deposit extends PixelBox {
  widthPx: number;
  /** Depth of the pixel's centre inside the stroke, in pixels; below 0 outside. */
  depth: Float32Array;
  thickness: Float32Array;
}

const FLOW_WAVELENGTH_MM = 2.2;
const SKIP_WAVELENGTH_MM = 0.8;

/** The ink that a stroke left, in millimetres on the sheet. */
export interface Inked {
  box: Box;
  areaMm2: number;
  /** The part of the area that lies on bare paper rather than on print or other ink, and so shows its colour. */
  clearAreaMm2: number;
}

/** Draws one stroke on the paper, touching only the pixels around it. Undefined where no ink landed on the page. */
export function drawStroke(
  paper: PaperRaster,
  grain: Grain,
  nib: Nib,
  stroke: Stroke,
  random: SeededRandom,
): Inked | undefined {
  const scale = pixelsPerMm(paper);
  const points = stroke.map(({ x, y, pressure }) => ({ x: x * scale - 0.5, y: y * scale - 0.5, pressure }));
  const bounds = clipToPage(boxAround(points, nib.widthMm * scale + 2), paper.widthPx, paper.heightPx);
  if (bounds.right < bounds.left || bounds.bottom < bounds.top) return undefined;
  const deposit = emptyDeposit(bounds);
  const flowAlong = inkFlow(nib, random);
  let travelled = 0;
  for (let index = 0; index < points.length; index++) {
    const to = points[index];
    const from = points[index - 1] ?? to;
    if (!from || !to) continue;
    travelled += Math.hypot(to.x - from.x, to.y - from.y) / scale;
    depositSegment(deposit, nib, from, to, flowAlong(travelled), scale);
  }
  return layDeposit(paper, grain, nib, deposit);
}

function emptyDeposit(bounds: PixelBox): Deposit {
  const widthPx = bounds.right - bounds.left + 1;
  const size = widthPx * (bounds.bottom - bounds.top + 1);
  return { ...bounds, widthPx, depth: new Float32Array(size).fill(-1), thickness: new Float32Array(size) };
}

/** Thickness of ink along the stroke, about 1; near 0 where the ball turned dry. */
function inkFlow(nib: Nib, random: SeededRandom): (travelledMm: number) => number {
  const waver = smoothNoise(random.fork('flow'));
  const dryness = smoothNoise(random.fork('skips'));
  return (travelledMm) => {
    const dry = Math.max(
      0,
      Math.min(1, (dryness(travelledMm / SKIP_WAVELENGTH_MM) - 1 + 2.4 * nib.skips) * 8),
    );
    return (1 - 0.85 * dry) * (1 + nib.flow * waver(travelledMm / FLOW_WAVELENGTH_MM));
  };
}

function depositSegment(
  deposit: Deposit,
  nib: Nib,
  from: PenPoint,
  to: PenPoint,
  flow: number,
  scale: number,
): void {
  const pressure = (from.pressure + to.pressure) / 2;
  const halfWidth = 0.5 * nib.widthMm * scale * (0.72 + 0.36 * pressure);
  const [runX, runY] = [to.x - from.x, to.y - from.y];
  const lengthSquared = runX * runX + runY * runY;
  const box = boxAround([from, to], halfWidth + 1);
  const firstRow = Math.max(deposit.top, Math.floor(box.top));
  const lastRow = Math.min(deposit.bottom, Math.ceil(box.bottom));
  const firstColumn = Math.max(deposit.left, Math.floor(box.left));
  const lastColumn = Math.min(deposit.right, Math.ceil(box.right));
  for (let y = firstRow; y <= lastRow; y++) {
    for (let x = firstColumn; x <= lastColumn; x++) {
      const along = lengthSquared === 0 ? 0 : ((x - from.x) * runX + (y - from.y) * runY) / lengthSquared;
      const share = Math.max(0, Math.min(1, along));
      const distance = Math.hypot(x - from.x - share * runX, y - from.y - share * runY);
      const at = (y - deposit.top) * deposit.widthPx + x - deposit.left;
      const depth = halfWidth - distance;
      if (depth <= (deposit.depth[at] ?? 0)) continue;
      deposit.depth[at] = depth;
      deposit.thickness[at] = flow * (0.7 + 0.35 * pressure) * crossProfile(nib, distance / halfWidth);
    }
  }
}

/** Ink across the stroke: `offCentre` is 0 in the middle, 1 at the edge. */
function crossProfile(nib: Nib, offCentre: number): number {
  const shape = 1 + nib.rim * (2 * offCentre * offCentre - 1);
  const fade = Math.max(0, Math.min(1, (1 - offCentre) / Math.max(nib.softness, 0.01)));
  return shape * (0.35 + 0.65 * fade);
}

const VISIBLE_COVERAGE = 0.05;
const BARE_REFLECTANCE = 0.5 * FULL_REFLECTANCE;

function layDeposit(paper: PaperRaster, grain: Grain, nib: Nib, deposit: Deposit): Inked | undefined {
  const inked: { x: number; y: number }[] = [];
  let [area, clearArea] = [0, 0];
  for (let y = deposit.top; y <= deposit.bottom; y++) {
    for (let x = deposit.left; x <= deposit.right; x++) {
      const at = (y - deposit.top) * deposit.widthPx + x - deposit.left;
      const coverage = Math.min(1, (deposit.depth[at] ?? -1) + 0.5);
      if (coverage <= VISIBLE_COVERAGE) continue;
      const caught = 1 - nib.grain * (0.35 - 0.45 * reliefAt(grain, x, y, paper.dpi));
      const thickness = (deposit.thickness[at] ?? 0) * Math.max(0.05, Math.min(1.25, caught));
      const pixel = y * paper.widthPx + x;
      area += coverage;
      if ((paper.reflectance[pixel * 3 + 1] ?? 0) > BARE_REFLECTANCE) clearArea += coverage;
      layInk(paper, pixel, nib.absorbance, thickness, coverage);
      inked.push({ x, y });
    }
  }
  if (inked.length === 0) return undefined;
  const mm = 1 / pixelsPerMm(paper);
  return {
    box: boxOfPixels(boxAround(inked, 0), mm),
    areaMm2: area * mm * mm,
    clearAreaMm2: clearArea * mm * mm,
  };
}

function boxOfPixels({ left, top, right, bottom }: PixelBox, mm: number): Box {
  return { x: left * mm, y: top * mm, w: (right - left + 1) * mm, h: (bottom - top + 1) * mm };
}
