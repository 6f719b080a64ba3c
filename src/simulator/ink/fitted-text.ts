import type { Box } from '#shared/sheet/layout.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Stroke } from './curve.ts';
import { textWidthMm, writeText, type Hand } from './handwriting.ts';

/** Nobody writes smaller than this with a pen. */
const SMALLEST_CAP_MM = 1.9;

/** Cap height that lets `text` fit in `space`, never over the hand's own. */
export function fittingCapHeight(text: string, space: Box, hand: Hand): number {
  const byWidth = (hand.capHeightMm * space.w) / textWidthMm(text, hand);
  return Math.min(hand.capHeightMm, space.h * 0.72, byWidth);
}

/** The first space where the text fits at an easy size, else the roomiest. */
export function chooseSpace(text: string, spaces: readonly Box[], hand: Hand): Box | undefined {
  const easy = spaces.find((space) => fittingCapHeight(text, space, hand) > 0.75 * hand.capHeightMm);
  if (easy) return easy;
  return spaces.toSorted((a, b) => fittingCapHeight(text, b, hand) - fittingCapHeight(text, a, hand))[0];
}

/** Writes in a space, smaller when it is tight; a long word may still run over, as it does on paper. */
export function writeInSpace(text: string, space: Box, hand: Hand, random: SeededRandom): Stroke[] {
  const capHeightMm = Math.max(SMALLEST_CAP_MM, fittingCapHeight(text, space, hand));
  const fitted = { ...hand, capHeightMm };
  const slack = Math.max(0, space.w - textWidthMm(text, fitted));
  const x = space.x + Math.min(slack, random.range(0, 4));
  const y = space.y + space.h / 2 + capHeightMm * random.range(0.35, 0.6);
  return writeText(text, { x, y }, fitted, random);
}
