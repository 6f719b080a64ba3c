import type { Box } from '#shared/sheet/layout.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { penStroke, type Motion, type PointMm, type Stroke } from './curve.ts';

/**
 * A signature that belongs to nobody: a tall first letter, loops that shrink to the right, often a flourish beneath. It
 * fits in `area` and, as people do, may leave it by a few millimetres.
 */
export function signature(area: Box, motion: Motion, random: SeededRandom): Stroke[] {
  const width = Math.min(area.w * random.range(0.5, 0.85), random.range(22, 55));
  const height = Math.min(area.h * random.range(0.45, 0.8), random.range(7, 18));
  const start = {
    x: area.x + random.range(0.15, 0.85) * (area.w - width),
    y: area.y + area.h * random.range(0.55, 0.72),
  };
  const bold = { ...motion, firmness: motion.firmness * 1.08 };
  const strokes = [penStroke(loops(start, width, height, random), bold, random.fork('loops'))];
  if (random.chance(0.65))
    strokes.push(penStroke(flourish(start, width, height, random), bold, random.fork('flourish')));
  if (random.chance(0.3)) {
    const dot = { x: start.x + width * random.range(0.4, 0.9), y: start.y - height * random.range(0.5, 0.7) };
    strokes.push(penStroke([dot, { x: dot.x + 0.4, y: dot.y + 0.3 }], bold, random.fork('dot')));
  }
  return strokes;
}

function loops(start: PointMm, width: number, height: number, random: SeededRandom): PointMm[] {
  const initial: PointMm[] = [
    { x: start.x, y: start.y },
    { x: start.x + width * 0.08, y: start.y - height * random.range(0.7, 0.85) },
    { x: start.x + width * 0.16, y: start.y - height * 0.75 },
    { x: start.x + width * 0.1, y: start.y + height * random.range(0, 0.25) },
    { x: start.x + width * random.range(-0.04, 0.04), y: start.y - height * 0.1 },
  ];
  const count = random.integer(3, 6);
  const letters = Array.from({ length: count }, (_, index): PointMm[] => {
    const share = 0.2 + (0.62 * index) / count;
    const tall = random.chance(0.25) ? random.range(0.5, 0.7) : random.range(0.15, 0.35);
    const rise = height * tall * (1 - 0.4 * share);
    const left = start.x + width * share;
    const step = (width * 0.62) / count;
    return [
      { x: left, y: start.y + random.range(-0.3, 0.5) },
      { x: left + step * random.range(0.5, 0.8), y: start.y - rise },
      { x: left + step * random.range(0.15, 0.4), y: start.y - rise * random.range(0.8, 1) },
      { x: left + step * 0.6, y: start.y + random.range(-0.2, 0.6) },
    ];
  });
  const exit = { x: start.x + width, y: start.y - height * random.range(-0.15, 0.4) };
  return [...initial, ...letters.flat(), exit];
}

function flourish(start: PointMm, width: number, height: number, random: SeededRandom): PointMm[] {
  const level = start.y + height * random.range(0.2, 0.3);
  const reach = random.range(0.7, 1.05);
  const line: PointMm[] = [
    { x: start.x + width * reach, y: level - 0.5 },
    { x: start.x + width * 0.4, y: level + random.range(-0.4, 0.8) },
    { x: start.x + width * random.range(0, 0.15), y: level + random.range(0.3, 1.2) },
  ];
  return random.chance(0.5) ? [...line, { x: start.x + width * 0.5, y: level + 1.8 }] : line;
}
