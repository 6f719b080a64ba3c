import type { PageReading } from '#shared/contract/page-reading.ts';
import type { Box } from '#shared/sheet/layout.ts';
import { SIGNING } from '../thresholds.ts';
import { gapMm, hull } from './group-strokes.ts';
import type { StrokeGroup } from './group-strokes.ts';
import type { Stroke } from './measure-strokes.ts';

export type BoxState = NonNullable<PageReading['signature']>;

/** Whether a stroke was made in this box: most of its ink lies there, or it runs out of it where nothing is printed. */
export function isWrittenIn(stroke: Stroke, box: Box, part: number): boolean {
  const inside = stroke.inkIn.get(part) ?? 0;
  if (inside >= SIGNING.insideShare * stroke.areaMm2) return true;
  const nearby = gapMm(stroke.box, box) <= SIGNING.overflowMm;
  return nearby && (stroke.inkIn.get(0) ?? 0) + inside >= SIGNING.unclaimedShare * stroke.areaMm2;
}

/** Any ink of any pen counts, by area and extent rather than by grey level: a blue signature is pale in grey. */
export function judgeBox(groups: readonly StrokeGroup[], need: { areaMm2: number; extentMm: number }): BoxState {
  const written = groups.filter(({ ink }) => ink !== 'stamp' && ink !== 'stain' && ink !== 'highlighter');
  const area = written.reduce((sum, group) => sum + group.areaMm2, 0);
  if (area < SIGNING.traceMm2) return { state: 'absent' };
  const largest = written.reduce((best, group) => (group.areaMm2 > best.areaMm2 ? group : best));
  const extent = hull(written.map(({ box }) => box));
  const enough = area >= need.areaMm2 && Math.max(extent.w, extent.h) >= need.extentMm;
  return { state: enough ? 'present' : 'doubtful', ink: largest.ink };
}
