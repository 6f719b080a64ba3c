import type { Box, SheetField } from '#shared/sheet/layout.ts';
import { ATTRIBUTE } from '../thresholds.ts';
import type { StrokeGroup } from './group-strokes.ts';
import type { Stroke } from './measure-strokes.ts';

/**
 * The answers that a mark is about: those whose box holds enough of its ink, else the nearest on the same line, for a note in
 * the margin; and the one that its arrow points at. Empty when none is near.
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
  const nearest = touched.length > 0 ? undefined : nearestOnLine(group, fields);
  const named = [...touched, nearest, pointedField(group, fields)].flatMap((field) => field ?? []);
  return [...new Set(named.map(({ id }) => id))];
}

/** A note in the margin with an arrow across other answers is about the one just beyond the tip. */
function pointedField({ box, strokes }: StrokeGroup, fields: readonly SheetField[]): SheetField | undefined {
  const left = Math.min(...fields.map((field) => field.box.x));
  const right = Math.max(...fields.map((field) => field.box.x + field.box.w));
  const fromLeft = box.x < left - ATTRIBUTE.inMarginMm;
  const fromRight = box.x + box.w > right + ATTRIBUTE.inMarginMm;
  if (fromLeft === fromRight) return undefined;
  const tip = strokes.reduce((tip, stroke) =>
    reach(stroke, fromLeft) > reach(tip, fromLeft) ? stroke : tip,
  );
  const x = fromLeft ? box.x + box.w + ATTRIBUTE.tipMm : box.x - ATTRIBUTE.tipMm;
  const y = tip.box.y + tip.box.h / 2;
  return fields.find((field) => contains(field.box, x, y));
}

function reach({ box }: Stroke, toTheRight: boolean): number {
  return toTheRight ? box.x + box.w : -box.x;
}

function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
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
