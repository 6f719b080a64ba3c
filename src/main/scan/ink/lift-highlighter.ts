import type { Raster } from '../raster.ts';
import { HIGHLIGHTED, INK_CLASS, STROKE } from '../thresholds.ts';
import { isColoured, type Components } from './find-components.ts';
import { COLOURED_ON_PRINT, type InkPlane } from './ink-plane.ts';
import type { PaperWhite } from './paper-white.ts';
import { absorbanceAt, columnOf, rowOf, type Absorbance } from './pixel-absorbance.ts';

interface Scene {
  raster: Raster;
  paper: PaperWhite;
  plane: InkPlane;
  components: Components;
  /** Area of a pixel on the sheet. */
  pixelMm2: number;
}

/** Strokes that were drawn over a highlighter, each with an owner number of its own. */
export interface Lifted {
  count: number;
  /** What the highlighter beneath absorbs, by owner number. */
  beneath: ReadonlyMap<number, Absorbance>;
  /** Sides that pixels of a patch share with a stroke lifted off it: they are no outline of the patch. By owner of the patch. */
  seams: ReadonlyMap<number, number>;
  /** Pixels of those strokes that do lie over it; the same stroke may begin on bare paper. */
  over: ReadonlySet<number>;
}

/**
 * A pen over a highlighter touches it everywhere, and would be lost in it. Absorbances add up, so what absorbs clearly more than the
 * highlighter does is another ink above it: it becomes a stroke of its own, and its colour is judged without what lies beneath.
 * Writes the new owner numbers into the components.
 */
export function liftHighlighter(scene: Scene): Lifted {
  const beneath = new Map<number, Absorbance>();
  const over = new Set<number>();
  const seams = new Map<number, number>();
  let { count } = scene.components;
  for (const [owner, pixels] of broadPatches(scene)) {
    const colour = highlighterColour(scene, pixels);
    if (!colour) continue;
    for (const stroke of strokesAbove(scene, above(scene, pixels, colour))) {
      count += 1;
      beneath.set(count, colour);
      for (const at of stroke) scene.components.owners[at] = count;
      for (const at of stroke) if (isSurrounded(scene, owner, at)) over.add(at);
      seams.set(owner, (seams.get(owner) ?? 0) + sidesShared(scene, owner, stroke));
    }
  }
  return { count, beneath, over, seams };
}

/** Coloured patches as large and as broad as a highlighter makes them. */
function broadPatches({ plane, components, pixelMm2 }: Scene): Map<number, number[]> {
  const { owners, count } = components;
  const area = new Int32Array(count + 1);
  for (const at of plane.pixels) area[owners[at]!]!++;
  const { minAreaMm2 } = INK_CLASS.highlighter;
  const patches = new Map<number, number[]>();
  for (const at of plane.pixels) {
    const owner = owners[at]!;
    if (area[owner]! * pixelMm2 < minAreaMm2 || !isColoured(plane.labels[at]!)) continue;
    const patch = patches.get(owner);
    if (patch) patch.push(at);
    else patches.set(owner, [at]);
  }
  for (const [owner, pixels] of patches)
    if (widthMm(owners, plane.stride, owner, pixels, pixelMm2) < HIGHLIGHTED.minWidthMm)
      patches.delete(owner);
  return patches;
}

function widthMm(
  owners: Int32Array,
  stride: number,
  owner: number,
  pixels: readonly number[],
  pixelMm2: number,
): number {
  let outline = 0;
  for (const at of pixels)
    outline +=
      Number(owners[at - 1] !== owner) +
      Number(owners[at + 1] !== owner) +
      Number(owners[at - stride] !== owner) +
      Number(owners[at + stride] !== owner);
  return ((2 * pixels.length) / Math.max(1, outline * STROKE.outlineSlack)) * Math.sqrt(pixelMm2);
}

/** What most of the patch absorbs; undefined when that is no highlighter: it leaves one channel nearly untouched. */
function highlighterColour(
  { raster, paper, plane }: Scene,
  pixels: readonly number[],
): Absorbance | undefined {
  const sampled = pixels
    .filter((_, index) => index % HIGHLIGHTED.sampleEvery === 0)
    .map((at) => absorbanceAt(raster, paper, columnOf(plane.stride, at), rowOf(plane.stride, at)));
  const median = (channel: number) =>
    sampled.map((one) => one[channel]!).sort((a, b) => a - b)[Math.floor(sampled.length / 2)] ?? 0;
  const colour: Absorbance = [median(0), median(1), median(2)];
  const [least, most] = [Math.min(...colour), Math.max(...colour)];
  return least <= INK_CLASS.highlighter.maxLeast && most - least >= HIGHLIGHTED.leastSpread
    ? colour
    : undefined;
}

/** Pixels that absorb more than the highlighter in some channel; a highlighter is not even, the less so the more it absorbs. */
function above({ raster, paper, plane }: Scene, pixels: readonly number[], colour: Absorbance): Set<number> {
  const { leastExcess, unevenness, penSpread } = HIGHLIGHTED;
  const found = new Set<number>();
  for (const at of pixels) {
    const whole = absorbanceAt(raster, paper, columnOf(plane.stride, at), rowOf(plane.stride, at));
    const rest = whole.map((value, channel) => Math.max(0, value - colour[channel]!));
    const isMore = rest.some((value, channel) => value >= leastExcess + unevenness * colour[channel]!);
    // The rim of a printed letter absorbs alike in all channels; a pen does not.
    const isRim = plane.labels[at] === COLOURED_ON_PRINT && Math.max(...rest) - Math.min(...rest) < penSpread;
    if (isMore && !isRim) found.add(at);
  }
  return found;
}

/** Connected parts of these pixels, large enough to be a stroke. */
function strokesAbove({ plane, pixelMm2 }: Scene, pixels: Set<number>): number[][] {
  const { stride } = plane;
  const around = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1];
  const strokes: number[][] = [];
  for (const seed of pixels) {
    pixels.delete(seed);
    const stroke = [seed];
    for (let next = 0; next < stroke.length; next++)
      for (const step of around) if (pixels.delete(stroke[next]! + step)) stroke.push(stroke[next]! + step);
    if (stroke.length * pixelMm2 >= STROKE.minAreaMm2) strokes.push(stroke);
  }
  return strokes;
}

function sidesShared({ plane, components }: Scene, owner: number, stroke: readonly number[]): number {
  const { owners } = components;
  let sides = 0;
  for (const at of stroke)
    sides +=
      Number(owners[at - 1] === owner) +
      Number(owners[at + 1] === owner) +
      Number(owners[at - plane.stride] === owner) +
      Number(owners[at + plane.stride] === owner);
  return sides;
}

/**
 * What a stroke absorbs by itself, from what it and the highlighter beneath absorb together. A channel that the highlighter leaves
 * almost nothing of says little: there the stroke is taken to absorb no more than it does elsewhere.
 */
export function withoutBeneath(whole: Absorbance, beneath: Absorbance): Absorbance {
  const rest = whole.map((value, channel) => Math.max(0, value - beneath[channel]!));
  const told = rest.filter((_, channel) => beneath[channel]! < HIGHLIGHTED.opaqueFrom);
  const most = told.length === 0 ? Infinity : Math.max(...told);
  const own = (channel: number) =>
    beneath[channel]! < HIGHLIGHTED.opaqueFrom ? rest[channel]! : Math.min(rest[channel]!, most);
  return [own(0), own(1), own(2)];
}

/** Highlighter on two sides at least, within the breadth of a pen. */
function isSurrounded({ plane, components, pixelMm2 }: Scene, owner: number, at: number): boolean {
  const reach = Math.round(HIGHLIGHTED.reachMm / Math.sqrt(pixelMm2));
  const { owners } = components;
  const sides = [-1, 1, -plane.stride, plane.stride].filter((step) => {
    for (let place = at + step, walked = 0; walked < reach; place += step, walked++)
      if (owners[place] === owner) return true;
    return false;
  });
  return sides.length >= 2;
}
