import type { Box } from '#shared/sheet/layout.ts';
import { penStroke, type Motion, type PointMm, type Stroke } from './ink/curve.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Gestures other than letters. All in millimetres on the sheet; each answers the strokes that make it. */

/** Crosses a printed value out, with one line or a flat zigzag, going a little beyond both ends. */
export function strikeThrough(value: Box, motion: Motion, random: SeededRandom): Stroke[] {
  const middle = value.y + value.h * random.range(0.42, 0.62);
  const left = value.x - random.range(0.3, 1.2);
  const right = value.x + value.w + random.range(0.3, 1.8);
  const drift = random.range(-0.8, 0.4);
  const bow = random.range(-0.4, 0.4);
  const line: PointMm[] = [
    { x: left, y: middle - drift / 2 },
    { x: (left + right) / 2, y: middle + bow },
    { x: right, y: middle + drift / 2 },
  ];
  const back: PointMm[] = [
    { x: (left + right) / 2, y: middle + 0.7 - bow },
    { x: left + random.range(0, 1), y: middle + random.range(0.2, 0.9) },
  ];
  const controls = random.chance(0.25) ? [...line, ...back] : line;
  return [penStroke(controls, motion, random.fork('strike'))];
}

export function underline(value: Box, motion: Motion, random: SeededRandom): Stroke[] {
  const y = value.y + value.h + random.range(0.2, 0.7);
  const controls = [0, 0.35, 0.7, 1].map((share) => ({
    x: value.x - 0.3 + share * (value.w + 0.8),
    y: y + random.range(-0.25, 0.25),
  }));
  return [penStroke(controls, motion, random.fork('underline'))];
}

/** An oval around a value whose ends do not quite meet. */
export function circle(value: Box, motion: Motion, random: SeededRandom): Stroke[] {
  const centre = { x: value.x + value.w / 2, y: value.y + value.h / 2 };
  const [radiusX, radiusY] = [value.w / 2 + random.range(1, 2), value.h / 2 + random.range(0.5, 1.2)];
  const start = random.range(-2.4, -0.8);
  const turns = Array.from(
    { length: 13 },
    (_, index) => start + (index / 12) * Math.PI * random.range(2.02, 2.16),
  );
  const controls = turns.map((angle) => ({
    x: centre.x + radiusX * Math.cos(angle) + random.range(-0.3, 0.3),
    y: centre.y + radiusY * Math.sin(angle) + random.range(-0.2, 0.2),
  }));
  return [penStroke(controls, motion, random.fork('circle'))];
}

/** A shaft from `from` to `to` with a two-stroke head. */
export function arrow(from: PointMm, to: PointMm, motion: Motion, random: SeededRandom): Stroke[] {
  const sag = random.range(-2, 2);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + sag };
  const heading = Math.atan2(to.y - middle.y, to.x - middle.x);
  const barb = (turn: number): PointMm => {
    const length = random.range(1.6, 2.6);
    return { x: to.x - length * Math.cos(heading + turn), y: to.y - length * Math.sin(heading + turn) };
  };
  return [
    penStroke([from, middle, to], motion, random.fork('shaft')),
    penStroke([barb(0.5), to, to, barb(-0.5)], motion, random.fork('head')),
  ];
}

export function tick(at: PointMm, sizeMm: number, motion: Motion, random: SeededRandom): Stroke[] {
  const bottom = { x: at.x + sizeMm * 0.35, y: at.y + sizeMm * 0.4 };
  const controls = [at, bottom, bottom, { x: at.x + sizeMm, y: at.y - sizeMm * random.range(0.5, 0.8) }];
  return [penStroke(controls, motion, random.fork('tick'))];
}

/** A mark of 1 to 3 mm: an accent added, a comma, a dot, a small caret. */
export function tinyMark(at: PointMm, sizeMm: number, motion: Motion, random: SeededRandom): Stroke[] {
  const end = (x: number, y: number): PointMm => ({ x: at.x + x * sizeMm, y: at.y + y * sizeMm });
  const shapes = [
    [end(0, 0), end(0.45, -0.85)],
    [end(0, -0.8), end(0.4, 0)],
    [end(0, 0), end(0.15, 0.4), end(-0.2, 0.9)],
    [end(-0.5, 0.3), end(0, -0.5), end(0, -0.5), end(0.5, 0.3)],
    [end(-0.5, 0), end(0.5, -0.1)],
  ];
  return [penStroke(random.pick(shapes), motion, random.fork('tiny'))];
}

/** A wavering line from one place to another, through what lies between. */
export function slash(from: PointMm, to: PointMm, motion: Motion, random: SeededRandom): Stroke[] {
  const middle = {
    x: (from.x + to.x) / 2 + random.range(-1, 1),
    y: (from.y + to.y) / 2 + random.range(-1, 1),
  };
  return [penStroke([from, middle, to], motion, random.fork('slash'))];
}

/** A hasty to-and-fro that fills a box, as when trying a dry pen. */
export function scribble(area: Box, motion: Motion, random: SeededRandom): Stroke[] {
  const turns = random.integer(5, 9);
  const controls = Array.from({ length: turns }, (_, index) => ({
    x: area.x + area.w * (index / turns + random.range(0, 0.2)),
    y: area.y + area.h * (index % 2 === 0 ? random.range(0, 0.25) : random.range(0.75, 1)),
  }));
  return [penStroke(controls, motion, random.fork('scribble'))];
}
