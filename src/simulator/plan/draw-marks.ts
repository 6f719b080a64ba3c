import type { SheetPage } from '#shared/sheet/layout.ts';
import { pensOf, type PenClass, type PenFamily } from '../pens.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { replacementFor } from './replacement-text.ts';
import type { CorrectionKind, CorrectionPlan, OtherMarkPlan } from './return-plan.ts';

/** How a profile's people correct. */
export interface CorrectionHabit {
  /** Corrections a page, both ends included. */
  count: readonly [number, number];
  penClasses: readonly PenClass[];
  kinds: readonly CorrectionKind[];
}

export function drawCorrections(
  page: SheetPage,
  habit: CorrectionHabit,
  penId: string,
  random: SeededRandom,
): CorrectionPlan[] {
  const count = Math.min(page.fields.length, random.integer(...habit.count));
  return random
    .shuffled(page.fields)
    .slice(0, count)
    .map((field) => ({
      fieldId: field.id,
      kind: random.pick(habit.kinds),
      penId,
      text: replacementFor(field.value, random),
    }));
}

const ANY_PENS = 100_000;

export function penOfClass(family: PenFamily, penClass: PenClass, random: SeededRandom): string {
  if (penClass === 'red-any') return `${family}-red-any-${random.integer(1, ANY_PENS)}`;
  return random.pick(pensOf(family, penClass)).id;
}

/** Ink of an office rather than of a candidate: a stamp, a highlighted line. */
export function officeMarks(page: SheetPage, family: PenFamily, random: SeededRandom): OtherMarkPlan[] {
  const marks: OtherMarkPlan[] = [];
  if (random.chance(0.6)) {
    const spot = { x: random.range(40, page.widthMm - 40), y: random.range(60, page.heightMm - 60) };
    marks.push({ kind: 'stamp', ...spot, radiusMm: random.range(14, 19) });
  }
  if (random.chance(0.6) && page.fields.length > 0) {
    const penId = penOfClass(family, 'highlighter', random);
    marks.push({ kind: 'highlight', fieldId: random.pick(page.fields).id, penId });
  }
  return marks;
}

/** One of the codes of the page crossed out, with whatever lay at hand. */
export function crossedCode(page: SheetPage, family: PenFamily, random: SeededRandom): OtherMarkPlan[] {
  if (page.codes.length === 0) return [];
  const penClass = random.pick(['red-ballpoint', 'red-felt', 'blue', 'black', 'marker'] as const);
  return [
    {
      kind: 'code-crossed',
      code: random.integer(0, page.codes.length - 1),
      penId: penOfClass(family, penClass, random),
    },
  ];
}

/** A trial of the pen, or a word, at the foot of the page where no answer stands. */
export function strayMark(page: SheetPage, penId: string, random: SeededRandom): OtherMarkPlan {
  const box = { x: random.range(20, page.widthMm - 60), y: page.heightMm - 9, w: random.range(8, 20), h: 5 };
  if (random.chance(0.5)) return { kind: 'scribble', box, penId };
  return { kind: 'note', box: { ...box, w: 30 }, text: random.pick(['merci', 'vu', 'à voir', 'ok']), penId };
}
