import type { Box } from '#shared/sheet/layout.ts';
import type { InkBounds } from '#shared/contract/calibration.ts';
import type { Ink } from '#shared/contract/page-reading.ts';
import { GROUP } from '../thresholds.ts';
import { classifyStroke } from './classify-stroke.ts';
import type { InkGuess } from './classify-stroke.ts';
import type { Stroke } from './measure-strokes.ts';

/** Strokes of one ink, close together: what a person sees as one mark. */
export interface StrokeGroup extends InkGuess {
  strokes: Stroke[];
  box: Box;
  areaMm2: number;
}

interface Inked extends InkGuess {
  stroke: Stroke;
}

/** Joins letters into words, and the dot of an i or the end of a dying stroke to what it belongs to. */
export function groupStrokes(strokes: readonly Stroke[], bounds?: InkBounds): StrokeGroup[] {
  const inked = strokes
    .map((stroke): Inked => ({ stroke, ...classifyStroke(stroke, bounds) }))
    .sort((a, b) => b.stroke.areaMm2 - a.stroke.areaMm2);
  const large = inked.filter(({ stroke }) => stroke.areaMm2 >= GROUP.ownInkMm2);
  const small = inked.filter(({ stroke }) => stroke.areaMm2 < GROUP.ownInkMm2);
  return clusters([...large, ...small.map((one) => adoptInk(one, large))]).map(asGroup);
}

/** A speck is too small to show its own hue: it takes that of the coloured stroke beside it. */
function adoptInk(small: Inked, large: readonly Inked[]): Inked {
  if (!small.stroke.coloured) return small;
  const neighbour = large.find(
    ({ stroke }) => stroke.coloured && gapMm(stroke.box, small.stroke.box) <= GROUP.reachMm,
  );
  return neighbour ? { ...small, ink: neighbour.ink, confidence: neighbour.confidence } : small;
}

function clusters(inked: readonly Inked[]): Inked[][] {
  const left = new Set(inked);
  const groups: Inked[][] = [];
  for (const seed of inked) {
    if (!left.delete(seed)) continue;
    const group = [seed];
    for (let next = 0; next < group.length; next++)
      for (const other of left)
        if (other.ink === seed.ink && belongTogether(other.stroke.box, group[next]!.stroke.box)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

function belongTogether(a: Box, b: Box): boolean {
  const sameLine = a.y < b.y + b.h && b.y < a.y + a.h;
  return gapMm(a, b) <= (sameLine ? GROUP.alongMm : GROUP.reachMm);
}

function asGroup(inked: readonly Inked[]): StrokeGroup {
  const strokes = inked.map(({ stroke }) => stroke);
  const areaMm2 = strokes.reduce((sum, stroke) => sum + stroke.areaMm2, 0);
  const confidence = inked.reduce((sum, one) => sum + one.confidence * one.stroke.areaMm2, 0) / areaMm2;
  const ink: Ink = inked[0]!.ink;
  return {
    ink,
    confidence: Math.round(confidence * 100) / 100,
    strokes,
    areaMm2,
    box: hull(strokes.map(({ box }) => box)),
  };
}

/** Distance between two boxes; 0 when they touch. */
export function gapMm(a: Box, b: Box): number {
  const across = Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w);
  const down = Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h);
  return Math.hypot(across, down);
}

export function hull(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}
