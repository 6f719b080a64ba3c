import type { SheetField } from '#shared/sheet/layout.ts';
import { ATTRIBUTE } from '../thresholds.ts';
import type { StrokeGroup } from './group-strokes.ts';

/**
 * The answers that a mark is about: those whose box holds enough of its ink, else the nearest on the same line, for a note in
 * the margin. Empty when none is near.
 */
export function fieldsOf(group: StrokeGroup, fields: readonly SheetField[]): string[] {
  const ink = new Map<number, number>();
  for (const { inkIn } of group.strokes)
    for (const [part, area] of inkIn) ink.set(part, (ink.get(part) ?? 0) + area);
  const touched = fields.filter((_, index) => {
    const area = ink.get(index + 1) ?? 0;
    return (
      area >= Math.min(ATTRIBUTE.minInkMm2, ATTRIBUTE.minShare * group.areaMm2) &&
      area >= ATTRIBUTE.leastInkMm2
    );
  });
  if (touched.length > 0) return touched.map(({ id }) => id);
  const nearest = nearestOnLine(group, fields);
  return nearest ? [nearest.id] : [];
}

function nearestOnLine({ box }: StrokeGroup, fields: readonly SheetField[]): SheetField | undefined {
  const middle = box.y + box.h / 2;
  const onLine = fields
    .map((field) => ({
      field,
      down: Math.max(0, field.box.y - middle, middle - field.box.y - field.box.h),
      across: Math.max(0, field.box.x - box.x - box.w, box.x - field.box.x - field.box.w),
    }))
    .filter(({ down, across }) => down <= ATTRIBUTE.lineReachMm && across <= ATTRIBUTE.marginReachMm);
  return onLine.sort((a, b) => a.down * 3 + a.across - b.down * 3 - b.across)[0]?.field;
}
