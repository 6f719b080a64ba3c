import type { Box } from '#shared/sheet/layout.ts';
import type { Raster } from '../raster.ts';
import { project } from '../register/projection.ts';
import type { Projection } from '../register/projection.ts';
import { STROKE } from '../thresholds.ts';
import type { FieldMap } from './field-map.ts';
import type { Components } from './find-components.ts';
import { isColoured } from './find-components.ts';
import { COLOURED_ON_PRINT } from './ink-plane.ts';
import type { InkPlane } from './ink-plane.ts';
import { liftHighlighter, withoutBeneath } from './lift-highlighter.ts';
import type { Lifted } from './lift-highlighter.ts';
import type { PaperWhite } from './paper-white.ts';
import { cellAt, columnOf, rowOf, shareAt } from './pixel-absorbance.ts';
import type { Absorbance } from './pixel-absorbance.ts';

/** One connected trace of foreign ink, as measured; what it is comes later. */
export interface Stroke {
  coloured: boolean;
  /** Millimetres on the sheet. */
  box: Box;
  areaMm2: number;
  /** Twice its area over its outline: how wide the pen was, whatever the path. */
  widthMm: number;
  /** Share of it that lies on or beside print. */
  printShare: number;
  /** Mean absorbance (base 10) of the core of the stroke, per channel. */
  absorbance: Absorbance;
  /** Largest difference between channels, paper at 255. */
  chroma: number;
  /** Ink in each part of the sheet, in mm², by owner number of the field map; 0 is outside. */
  inkIn: Map<number, number>;
}

interface Tally {
  area: Int32Array;
  onPrint: Int32Array;
  outline: Int32Array;
  strength: Uint8Array;
}

interface Scene {
  raster: Raster;
  paper: PaperWhite;
  plane: InkPlane;
  components: Components;
  toSheet: Projection;
  /** Area of a pixel on the sheet. */
  pixelMm2: number;
  fields: FieldMap;
}

/** Measures the patches that are large enough to be a stroke; dust and JPEG noise are left out here. */
export function measureStrokes(scene: Scene): Stroke[] {
  const { pixelMm2 } = scene;
  const lifted = liftHighlighter(scene);
  const tally = countPixels(scene, lifted);
  const strokes = new Map<number, StrokeSum>();
  for (let owner = 1; owner <= lifted.count; owner++)
    if (tally.area[owner]! * pixelMm2 >= STROKE.minAreaMm2) strokes.set(owner, emptySum());
  sumCores(scene, tally, strokes, lifted);
  return [...strokes].map(([owner, sum]) => asStroke(sum, owner, tally, pixelMm2));
}

/** 0 for paper to 255: how far the strongest channel is from paper. */
function strengthAt({ raster, paper }: Scene, x: number, y: number): number {
  const cell = cellAt(paper, x, y);
  const pixel = (y * raster.width + x) * 3;
  const share = Math.min(
    raster.data[pixel]! / Math.max(1, paper.rgb[cell]!),
    raster.data[pixel + 1]! / Math.max(1, paper.rgb[cell + 1]!),
    raster.data[pixel + 2]! / Math.max(1, paper.rgb[cell + 2]!),
  );
  return share >= 1 ? 0 : 255 * (1 - share);
}

function countPixels(scene: Scene, { count, seams }: Lifted): Tally {
  const { plane, components } = scene;
  const { owners } = components;
  const { stride } = plane;
  const tally = {
    area: new Int32Array(count + 1),
    onPrint: new Int32Array(count + 1),
    outline: new Int32Array(count + 1),
    strength: new Uint8Array(count + 1),
  };
  for (const at of plane.pixels) {
    const owner = owners[at]!;
    tally.area[owner]!++;
    if (plane.labels[at] === COLOURED_ON_PRINT) tally.onPrint[owner]!++;
    const sides =
      Number(owners[at - 1] !== owner) +
      Number(owners[at + 1] !== owner) +
      Number(owners[at - stride] !== owner) +
      Number(owners[at + stride] !== owner);
    tally.outline[owner]! += sides;
    const strength = strengthAt(scene, columnOf(stride, at), rowOf(stride, at));
    if (strength > tally.strength[owner]!) tally.strength[owner] = strength;
  }
  for (const [owner, sides] of seams) tally.outline[owner]! -= sides;
  return tally;
}

interface StrokeSum {
  coloured: boolean;
  core: number;
  absorbance: Absorbance;
  chroma: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  inkIn: Map<number, number>;
}

function emptySum(): StrokeSum {
  const none = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  return { coloured: false, core: 0, absorbance: [0, 0, 0], chroma: 0, ...none, inkIn: new Map() };
}

function sumCores(scene: Scene, tally: Tally, strokes: Map<number, StrokeSum>, lifted: Lifted): void {
  const { raster, paper, plane, components, toSheet, pixelMm2, fields } = scene;
  for (const at of plane.pixels) {
    const owner = components.owners[at]!;
    const sum = strokes.get(owner);
    if (!sum) continue;
    sum.coloured = isColoured(plane.labels[at]!);
    const x = columnOf(plane.stride, at);
    const y = rowOf(plane.stride, at);
    const place = project(toSheet, { x: x + 0.5, y: y + 0.5 });
    sum.left = Math.min(sum.left, place.x);
    sum.right = Math.max(sum.right, place.x);
    sum.top = Math.min(sum.top, place.y);
    sum.bottom = Math.max(sum.bottom, place.y);
    const part = partAt(fields, place.x, place.y);
    sum.inkIn.set(part, (sum.inkIn.get(part) ?? 0) + pixelMm2);
    if (strengthAt(scene, x, y) < tally.strength[owner]! * STROKE.coreShare) continue;
    addToCore(sum, raster, paper, x, y, lifted.over.has(at) ? lifted.beneath.get(owner) : undefined);
  }
}

function partAt({ cellsPerMm, columns, rows, owners }: FieldMap, x: number, y: number): number {
  const column = Math.floor(x * cellsPerMm);
  const row = Math.floor(y * cellsPerMm);
  return column < 0 || row < 0 || column >= columns || row >= rows ? 0 : owners[row * columns + column]!;
}

/** `beneath`: what a highlighter below it absorbs, which is not the stroke's. */
function addToCore(
  sum: StrokeSum,
  raster: Raster,
  paper: PaperWhite,
  x: number,
  y: number,
  beneath: Absorbance | undefined,
): void {
  const shares = [0, 1, 2].map((channel) => shareAt(raster, paper, x, y, channel));
  const whole = shares.map((share) => -Math.log10(Math.min(1, share))) as Absorbance;
  const own = beneath ? withoutBeneath(whole, beneath) : whole;
  const lights = beneath ? own.map((value) => 10 ** -value) : shares;
  for (let channel = 0; channel < 3; channel++) sum.absorbance[channel]! += own[channel]!;
  sum.core++;
  sum.chroma = Math.max(sum.chroma, 255 * (Math.max(...lights) - Math.min(...lights)));
}

function asStroke(sum: StrokeSum, owner: number, tally: Tally, pixelMm2: number): Stroke {
  const area = tally.area[owner]!;
  const pixelMm = Math.sqrt(pixelMm2);
  const core = Math.max(1, sum.core);
  return {
    coloured: sum.coloured,
    box: { x: sum.left, y: sum.top, w: sum.right - sum.left, h: sum.bottom - sum.top },
    areaMm2: area * pixelMm2,
    widthMm: ((2 * area) / Math.max(1, tally.outline[owner]! * STROKE.outlineSlack)) * pixelMm,
    printShare: tally.onPrint[owner]! / area,
    absorbance: [sum.absorbance[0] / core, sum.absorbance[1] / core, sum.absorbance[2] / core],
    chroma: sum.chroma,
    inkIn: sum.inkIn,
  };
}
