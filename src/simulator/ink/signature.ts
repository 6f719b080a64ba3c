import type { Box } from '#shared/sheet/layout.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { BASELINE, CAPITAL_HEIGHT, glyphOf } from './alphabet.ts';
import { penStroke, type Motion, type PointMm, type Stroke } from './curve.ts';

/** Where a signature stands, and how large: the foot of its first letter, its width and the height of that letter. */
interface Frame {
  start: PointMm;
  width: number;
  height: number;
  random: SeededRandom;
}

type Part = (frame: Frame) => PointMm[];

const INITIALS = [...'ABCDEFGHJLMNPRSTVZ'];

/**
 * A signature that belongs to nobody: a large beginning, a hasty middle, often a flourish. It fits in `area` and, as
 * people do, may leave it by a few millimetres.
 */
export function signature(area: Box, motion: Motion, random: SeededRandom): Stroke[] {
  const width = Math.min(area.w * random.range(0.45, 0.85), random.range(20, 58));
  const height = Math.min(area.h * random.range(0.45, 0.8), random.range(7, 18));
  const start = {
    x: area.x + random.range(0.1, 0.9) * (area.w - width),
    y: area.y + area.h * random.range(0.55, 0.74),
  };
  const frame: Frame = { start, width, height, random };
  const bold = { ...motion, firmness: motion.firmness * 1.08 };
  const begins = random.chance(0.5) ? [random.pick([tallLoop, oval])(frame)] : initial(frame);
  const middle = random.pick([garlands, garlands, zigzag, spiral])(frame);
  const last = begins.pop() ?? [];
  const paths = random.chance(0.7) ? [...begins, [...last, ...middle]] : [...begins, last, middle];
  if (random.chance(0.7)) paths.push(random.pick([flourish, crossing])(frame));
  const lean = random.range(-0.12, 0.16);
  return paths.map((path, index) => penStroke(tilted(path, start, lean), bold, random.fork(`path ${index}`)));
}

function tilted(path: readonly PointMm[], pivot: PointMm, slope: number): PointMm[] {
  return path.map(({ x, y }) => ({ x, y: y - slope * (x - pivot.x) }));
}

const tallLoop: Part = ({ start, width, height, random }) => [
  start,
  { x: start.x + width * 0.08, y: start.y - height * random.range(0.7, 0.85) },
  { x: start.x + width * 0.16, y: start.y - height * 0.75 },
  { x: start.x + width * 0.1, y: start.y + height * random.range(0, 0.25) },
  { x: start.x + width * random.range(-0.04, 0.04), y: start.y - height * 0.1 },
];

const oval: Part = ({ start, width, height, random }) => {
  const [radiusX, radiusY] = [width * random.range(0.1, 0.22), height * random.range(0.35, 0.55)];
  const from = random.range(-2.5, -1);
  return Array.from({ length: 12 }, (_, index) => {
    const angle = from - (index / 9) * 2 * Math.PI;
    const shrink = 1 - index * 0.02;
    return {
      x: start.x + radiusX * (1 + Math.cos(angle) * shrink),
      y: start.y - radiusY * (0.8 - Math.sin(angle) * shrink),
    };
  });
};

function initial({ start, width, height, random }: Frame): PointMm[][] {
  const glyph = glyphOf(random.pick(INITIALS));
  const [unitX, unitY] = [(width * 0.24) / glyph.width, (height * 0.85) / CAPITAL_HEIGHT];
  return glyph.strokes.map((stroke) =>
    stroke.map((point) => ({
      x: start.x + (point.x + random.range(-0.6, 0.6) + 0.15 * (point.y - BASELINE)) * unitX,
      y: start.y - (point.y - BASELINE + random.range(-0.8, 0.8)) * unitY,
    })),
  );
}

/** Letters shrunk to loops. */
const garlands: Part = ({ start, width, height, random }) => {
  const count = random.integer(2, 6);
  const step = (width * 0.66) / count;
  const letters = Array.from({ length: count }, (_, index): PointMm[] => {
    const share = index / count;
    const rise =
      height * (random.chance(0.25) ? random.range(0.5, 0.75) : random.range(0.12, 0.38)) * (1 - 0.4 * share);
    const left = start.x + width * 0.24 + index * step;
    const slip = (): number => random.range(-0.5, 0.6);
    return [
      { x: left, y: start.y + slip() },
      { x: left + step * random.range(0.45, 0.9), y: start.y - rise },
      { x: left + step * random.range(0.1, 0.45), y: start.y - rise * random.range(0.7, 1.05) },
      { x: left + step * random.range(0.5, 0.75), y: start.y + slip() },
    ];
  });
  return [...letters.flat(), { x: start.x + width, y: start.y - height * random.range(-0.15, 0.45) }];
};

/** Sharp ups and downs that die away. */
const zigzag: Part = ({ start, width, height, random }) => {
  const teeth = random.integer(4, 9);
  return Array.from({ length: teeth * 2 }, (_, index) => {
    const share = index / (teeth * 2);
    const rise = index % 2 === 0 ? random.range(-0.04, 0.06) : random.range(0.15, 0.6) * (1 - share);
    return { x: start.x + width * (0.22 + 0.78 * share), y: start.y - height * rise };
  });
};

/** Overlapping rings running to the right. */
const spiral: Part = ({ start, width, height, random }) => {
  const turns = random.integer(3, 6);
  const radius = height * random.range(0.18, 0.32);
  return Array.from({ length: turns * 6 }, (_, index) => {
    const share = index / (turns * 6);
    const angle = (index / 6) * 2 * Math.PI;
    const shrink = 1 - 0.6 * share;
    return {
      x: start.x + width * (0.24 + 0.7 * share) - radius * 1.1 * shrink * Math.cos(angle),
      y: start.y - radius * shrink * (0.9 + Math.sin(angle)),
    };
  });
};

const flourish: Part = ({ start, width, height, random }) => {
  const level = start.y + height * random.range(0.15, 0.32);
  const line: PointMm[] = [
    { x: start.x + width * random.range(0.7, 1.05), y: level - 0.5 },
    { x: start.x + width * 0.4, y: level + random.range(-0.4, 0.8) },
    { x: start.x + width * random.range(0, 0.15), y: level + random.range(0.3, 1.2) },
  ];
  return random.chance(0.5) ? [...line, { x: start.x + width * 0.5, y: level + 1.8 }] : line;
};

/** One stroke thrown through the whole name. */
const crossing: Part = ({ start, width, height, random }) => [
  { x: start.x + width * random.range(0.05, 0.2), y: start.y - height * random.range(0.1, 0.3) },
  { x: start.x + width * random.range(0.5, 0.7), y: start.y - height * random.range(0.25, 0.4) },
  { x: start.x + width * random.range(0.95, 1.1), y: start.y - height * random.range(0.5, 0.8) },
];
