import type { PageReading } from '#shared/contract/page-reading.ts';
import { SIGNING } from '../thresholds.ts';
import { isBrown } from './classify-stroke.ts';
import { hull } from './group-strokes.ts';
import type { StrokeGroup } from './group-strokes.ts';
import { labOfAbsorbance } from './lab-colour.ts';
import type { Stroke } from './measure-strokes.ts';

export type BoxState = NonNullable<PageReading['signature']>;

/** Whether a group was written in this box: a part of its ink lies there, and none of any weight in an answer. */
export function isWrittenIn({ strokes, areaMm2 }: StrokeGroup, part: number): boolean {
  const inside = inkIn(strokes, (owner) => owner === part);
  const unclaimed = inkIn(strokes, (owner) => owner === 0);
  return inside >= SIGNING.insideShare * areaMm2 && inside + unclaimed >= SIGNING.unclaimedShare * areaMm2;
}

function inkIn(strokes: readonly Stroke[], wanted: (owner: number) => boolean): number {
  let sum = 0;
  for (const stroke of strokes) for (const [owner, area] of stroke.inkIn) if (wanted(owner)) sum += area;
  return sum;
}

/** Any ink of any pen counts, by area and extent rather than by grey level: a blue signature is pale in grey. */
export function judgeBox(
  groups: readonly StrokeGroup[],
  need: { areaMm2: number; extentMm: number },
): BoxState {
  const written = groups.filter(({ ink }) => ink !== 'stamp' && ink !== 'stain' && ink !== 'highlighter');
  const area = written.reduce((sum, group) => sum + group.areaMm2, 0);
  if (area < SIGNING.traceMm2) return { state: 'absent' };
  const largest = written.reduce((best, group) => (group.areaMm2 > best.areaMm2 ? group : best));
  const enough = isEnough(written.filter(isSurelyPen), need);
  return { state: enough ? 'present' : 'doubtful', ink: largest.ink };
}

function isEnough(groups: readonly StrokeGroup[], need: { areaMm2: number; extentMm: number }): boolean {
  if (groups.length === 0) return false;
  const area = groups.reduce((sum, group) => sum + group.areaMm2, 0);
  const extent = hull(groups.map(({ box }) => box));
  return area >= need.areaMm2 && Math.max(extent.w, extent.h) >= need.extentMm;
}

/** A splash of coffee is as small as a pen's stroke, but no pen is brown: whoever signs in brown is shown to a person. */
function isSurelyPen({ ink, strokes }: StrokeGroup): boolean {
  return ink !== 'other' || !strokes.every((stroke) => isBrown(labOfAbsorbance(stroke.absorbance)));
}
