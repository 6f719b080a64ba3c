import type { SeededRandom } from '../seeded-random.ts';
import { BASELINE, CAPITAL_HEIGHT, glyphOf, type GridPoint } from './alphabet.ts';
import { penStroke, type Motion, type PointMm, type Stroke } from './curve.ts';

/** How one person writes; drawn once per returned sheet. */
export interface Hand extends Motion {
  /** Tangent of the lean, 0 upright. */
  slant: number;
  /** Irregularity of the letters, as a share of their height. */
  irregularity: number;
  /** Space between letters, in cap heights. */
  spacing: number;
  /** Chance that a small letter is joined to the next. */
  joining: number;
  /** Rise of the line, as a slope (upwards above 0). */
  rise: number;
  capHeightMm: number;
}

export function drawHand(random: SeededRandom): Hand {
  return {
    tremorMm: random.range(0.02, 0.06),
    firmness: random.range(0.78, 1.05),
    slant: random.range(-0.08, 0.32),
    irregularity: random.range(0.02, 0.05),
    spacing: random.range(0.16, 0.28),
    joining: random.chance(0.5) ? random.range(0.5, 0.9) : 0,
    rise: random.range(-0.03, 0.05),
    capHeightMm: random.range(2.8, 3.8),
  };
}

/** Width that `text` takes in this hand, in millimetres. */
export function textWidthMm(text: string, hand: Hand): number {
  const unit = hand.capHeightMm / CAPITAL_HEIGHT;
  const gap = hand.spacing * CAPITAL_HEIGHT;
  return [...text].reduce((width, letter) => width + (glyphOf(letter).width + gap) * unit, 0);
}

/** Strokes that write `text` from `origin`, the left end of the baseline. */
export function writeText(text: string, origin: PointMm, hand: Hand, random: SeededRandom): Stroke[] {
  const unit = hand.capHeightMm / CAPITAL_HEIGHT;
  const paths: PointMm[][] = [];
  let left = 0;
  let pending: PointMm[] | undefined;
  for (const letter of text) {
    const glyph = glyphOf(letter);
    const wobble = (): number => random.gaussian() * hand.irregularity * CAPITAL_HEIGHT;
    const [lift, swell] = [wobble() * 0.5, 1 + wobble() * 0.02];
    const place = (point: GridPoint): PointMm => {
      const height = (point.y - BASELINE) * swell + lift + wobble() * 0.5;
      const across = left + point.x * swell + hand.slant * height + wobble() * 0.5;
      return { x: origin.x + across * unit, y: origin.y - (height + hand.rise * across) * unit };
    };
    const strokes = glyph.strokes.map((stroke) => placeStroke(stroke, place));
    const [first, ...others] = strokes;
    if (first && pending) pending.push(...first);
    else if (first) paths.push(first);
    paths.push(...others);
    const joins = first && others.length === 0 && isSmall(letter) && random.chance(hand.joining);
    pending = joins ? (pending ?? first) : undefined;
    left += glyph.width + hand.spacing * CAPITAL_HEIGHT * random.range(0.75, 1.25);
  }
  return paths.map((path, index) => penStroke(path, hand, random.fork(`stroke ${index}`)));
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

/** Corners stay corners: a point written twice keeps one wobble. */
function placeStroke(stroke: readonly GridPoint[], place: (point: GridPoint) => PointMm): PointMm[] {
  const placed: PointMm[] = [];
  stroke.forEach((point, index) => {
    const previous = stroke[index - 1];
    const same = previous?.x === point.x && previous.y === point.y;
    const last = placed.at(-1);
    placed.push(same && last ? last : place(point));
  });
  return placed;
}
