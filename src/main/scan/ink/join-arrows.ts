import type { Box, SheetField, SheetPage } from '#shared/sheet/layout.ts';
import { ARROW, ATTRIBUTE } from '../thresholds.ts';
import { hull } from './group-strokes.ts';
import type { StrokeGroup } from './group-strokes.ts';

/**
 * An arrow from a note in the margin is lost under the printed answers it crosses: the line that goes on beyond them belongs to the
 * note, and it is its end that tells which answer is meant.
 */
export function joinArrows(groups: readonly StrokeGroup[], { fields }: SheetPage): StrokeGroup[] {
  if (fields.length === 0) return [...groups];
  const left = Math.min(...fields.map(({ box }) => box.x)) - ATTRIBUTE.inMarginMm;
  const right = Math.max(...fields.map(({ box }) => box.x + box.w)) + ATTRIBUTE.inMarginMm;
  const taken = new Set<StrokeGroup>();
  const joined = groups.map((note) => {
    const fromLeft = note.box.x < left;
    if (fromLeft === note.box.x + note.box.w > right) return note;
    const line = groups.find((one) => one !== note && !taken.has(one) && goesOn(note, one, fromLeft, fields));
    if (!line) return note;
    taken.add(line);
    return together(note, line);
  });
  return joined.filter((_, index) => !taken.has(groups[index]!));
}

function goesOn(
  note: StrokeGroup,
  line: StrokeGroup,
  toTheRight: boolean,
  fields: readonly SheetField[],
): boolean {
  const [before, after] = toTheRight ? [note.box, line.box] : [line.box, note.box];
  const y = Math.min(before.y, after.y);
  const between = {
    x: before.x + before.w,
    y,
    w: after.x - before.x - before.w,
    h: Math.max(before.y + before.h, after.y + after.h) - y,
  };
  const apart = Math.max(0, after.y - before.y - before.h, before.y - after.y - after.h);
  return (
    line.ink === note.ink &&
    between.w > 0 &&
    apart <= ARROW.besideMm &&
    between.w - printedAcross(between, fields) <= ARROW.gapMm &&
    isLine(line)
  );
}

/** Of this gap, the millimetres across which an answer is printed. */
function printedAcross(gap: Box, fields: readonly SheetField[]): number {
  return fields.reduce((sum, { valueBox }) => {
    const onLine = valueBox.y < gap.y + gap.h && gap.y < valueBox.y + valueBox.h;
    const across = Math.min(gap.x + gap.w, valueBox.x + valueBox.w) - Math.max(gap.x, valueBox.x);
    return onLine ? sum + Math.max(0, across) : sum;
  }, 0);
}

/** No more ink than one line of that pen all along it, with a head: a word of the same length has more. */
function isLine({ strokes, areaMm2, box }: StrokeGroup): boolean {
  const penMm = strokes.reduce((sum, { widthMm, areaMm2: area }) => sum + widthMm * area, 0) / areaMm2;
  return box.w >= ARROW.leastMm && areaMm2 <= ARROW.mostInk * penMm * box.w;
}

function together(note: StrokeGroup, line: StrokeGroup): StrokeGroup {
  return {
    ...note,
    strokes: [...note.strokes, ...line.strokes],
    areaMm2: note.areaMm2 + line.areaMm2,
    box: hull([note.box, line.box]),
  };
}
