import { assertNever } from '#shared/assert-never.ts';
import { PAGE_WIDTH_MM, type Box, type SheetField } from '#shared/sheet/layout.ts';
import type { CorrectionPlan } from '../plan/return-plan.ts';
import type { PaperRaster } from '../raster.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { arrow, circle, slash, strikeThrough, tick, tinyMark, underline } from '../strokes.ts';
import type { PointMm, Stroke } from './curve.ts';
import { chooseSpace, writeInSpace } from './fitted-text.ts';
import { freeSpaces, printedExtent } from './free-space.ts';
import type { Hand } from './handwriting.ts';

/** One movement of the hand that a person would call one mark. */
export interface Gesture {
  kind: string;
  strokes: Stroke[];
}

interface Place {
  paper: PaperRaster;
  field: SheetField;
  /** The printed value as the eye finds it. */
  value: Box;
  hand: Hand;
  random: SeededRandom;
}

/** The gestures of one correction, where a person makes them: over the value, and in the white space beside it. */
export function correctionGestures(
  plan: CorrectionPlan,
  paper: PaperRaster,
  field: SheetField,
  hand: Hand,
  random: SeededRandom,
): Gesture[] {
  const value = printedExtent(paper, field.valueBox);
  const place: Place = { paper, field, value, hand, random };
  const strike = (): Gesture => ({ kind: 'strike', strokes: strikeThrough(value, hand, random) });
  switch (plan.kind) {
    case 'strike-and-rewrite':
      return [strike(), rewriting(plan.text, place)];
    case 'rewrite-beside':
    case 'fluid-and-rewrite':
      return [rewriting(plan.text, place, plan.kind === 'fluid-and-rewrite')];
    case 'strike-only':
      return [strike()];
    case 'circle-and-rewrite':
      return [{ kind: 'circle', strokes: circle(value, hand, random) }, rewriting(plan.text, place)];
    case 'underline':
      return [{ kind: 'underline', strokes: underline(value, hand, random) }];
    case 'overwrite':
      return [{ kind: 'overwrite', strokes: overwriting(plan.text, place) }];
    case 'tiny':
      return [{ kind: 'tiny', strokes: tinyMark(tinySpot(place), random.range(1, 3), hand, random) }];
    case 'tick':
      return [{ kind: 'tick', strokes: tick(besideValue(place), random.range(2.5, 4.5), hand, random) }];
    case 'margin-arrow':
      return marginArrow(plan.text, place);
    case 'across':
      return [{ kind: 'across', strokes: acrossNeighbour(place) }];
    default:
      return assertNever(plan.kind);
  }
}

function rewriting(text: string, place: Place, overValue = false): Gesture {
  const { paper, field, value, hand, random } = place;
  const roomy = { ...value, y: value.y - 0.6, w: field.box.x + field.box.w - value.x, h: value.h + 1.6 };
  const spaces = overValue ? [roomy] : freeSpaces(paper, field, value);
  const space = chooseSpace(text, spaces, hand) ?? roomy;
  return { kind: 'text', strokes: writeInSpace(text, space, hand, random.fork('text')) };
}

/** A digit or letter written on top of a printed one, a little larger. */
function overwriting(text: string, { value, hand, random }: Place): Stroke[] {
  const height = Math.max(2, value.h * random.range(1.1, 1.4));
  const x = value.x + random.range(0.1, 0.8) * Math.max(0, value.w - 2);
  const space = { x, y: value.y - height * 0.3, w: 4, h: value.h + height * 0.5 };
  return writeInSpace(text.slice(0, 1), space, { ...hand, capHeightMm: height }, random.fork('letter'));
}

/** Where an accent, a comma or a dot is added: over the letters, after the last one, rarely among them. */
function tinySpot({ value, random }: Place): PointMm {
  const across = value.x + random.range(0.05, 0.95) * value.w;
  const above = { x: across, y: value.y - random.range(0, 0.6) };
  const after = {
    x: value.x + value.w + random.range(0.6, 1.8),
    y: value.y + value.h * random.range(0.3, 0.8),
  };
  const within = { x: across, y: value.y + value.h * random.range(0.2, 0.9) };
  return random.pick([above, above, after, after, within]);
}

function besideValue({ field, value }: Place): PointMm {
  const right = Math.min(value.x + value.w + 2, field.box.x + field.box.w - 5);
  return { x: right, y: value.y + value.h / 2 };
}

const MARGIN_MM = 8;
const PAGE_EDGE_MM = 4;

/** Words in the nearer margin, and an arrow from them to the value. */
function marginArrow(text: string, { field, value, hand, random }: Place): Gesture[] {
  const level = field.box.y + field.box.h / 2 + random.range(-3, 3);
  const onLeft = field.box.x + field.box.w / 2 < PAGE_WIDTH_MM / 2;
  const words = {
    x: onLeft ? PAGE_EDGE_MM : PAGE_WIDTH_MM - PAGE_EDGE_MM - MARGIN_MM,
    y: level - 2.5,
    w: MARGIN_MM,
    h: 5,
  };
  const from = { x: onLeft ? words.x + words.w : words.x - 0.5, y: level };
  const to = { x: onLeft ? value.x - 0.6 : value.x + value.w + 1, y: value.y + value.h / 2 };
  return [
    { kind: 'margin-text', strokes: writeInSpace(text.slice(0, 5), words, hand, random.fork('text')) },
    { kind: 'arrow', strokes: arrow(from, to, hand, random) },
  ];
}

/** One stroke that begins in the value and ends beneath the field. */
function acrossNeighbour({ field, value, hand, random }: Place): Stroke[] {
  const from = { x: value.x + value.w * random.range(0.2, 0.5), y: value.y + value.h * 0.3 };
  const to = { x: from.x + random.range(3, 12), y: field.box.y + field.box.h + random.range(3, 5) };
  return slash(from, to, hand, random);
}
