import type { SeededRandom } from '../seeded-random.ts';
import { smoothNoise } from '../smooth-noise.ts';

export interface PointMm {
  x: number;
  y: number;
}

/** A sampled instant of the pen, in millimetres on the sheet. */
export interface PenPoint extends PointMm {
  /** 0 (lifted) to about 1 (firm). */
  pressure: number;
}

/** From pen down to pen up. */
export type Stroke = PenPoint[];

const STEP_MM = 0.12;
const TREMOR_WAVELENGTH_MM = 1.7;
const PRESSURE_WAVELENGTH_MM = 6;
const ATTACK_MM = 0.35;
const RELEASE_MM = 0.9;

/** How a person's hand moves: the same for all that she writes on a sheet. */
export interface Motion {
  tremorMm: number;
  /** 0.6 (light) to 1.1 (firm). */
  firmness: number;
}

/** The smooth path of a pen through its control points, with the tremor and pressure of a hand. */
export function penStroke(controls: readonly PointMm[], motion: Motion, random: SeededRandom): Stroke {
  const path = smoothPath(controls);
  const lengths = cumulativeLengths(path);
  const total = lengths.at(-1) ?? 0;
  const sway = smoothNoise(random.fork('sway'));
  const bob = smoothNoise(random.fork('bob'));
  const weight = smoothNoise(random.fork('weight'));
  const start = random.range(0, 50);
  return path.map((point, index) => {
    const along = lengths[index] ?? 0;
    const phase = start + along / TREMOR_WAVELENGTH_MM;
    return {
      x: point.x + motion.tremorMm * sway(phase),
      y: point.y + motion.tremorMm * bob(phase),
      pressure: pressureAt(
        along,
        total,
        motion.firmness * (1 + 0.18 * weight(start + along / PRESSURE_WAVELENGTH_MM)),
      ),
    };
  });
}

/** The pen lands fast and leaves in flight, so strokes end thinner than they begin. */
function pressureAt(along: number, total: number, firmness: number): number {
  const attack = Math.min(1, 0.65 + (0.35 * along) / ATTACK_MM);
  const release = Math.min(1, 0.4 + (0.6 * (total - along)) / RELEASE_MM);
  return firmness * attack * release;
}

/** Catmull-Rom through the points; a point given twice makes a corner. */
function smoothPath(controls: readonly PointMm[]): PointMm[] {
  const first = controls[0];
  if (!first) return [];
  const at = (index: number): PointMm => controls[Math.max(0, Math.min(controls.length - 1, index))] ?? first;
  const path: PointMm[] = [first];
  for (let index = 0; index < controls.length - 1; index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP_MM);
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      path.push({
        x: catmullRom(before.x, from.x, to.x, after.x, share),
        y: catmullRom(before.y, from.y, to.y, after.y, share),
      });
    }
  }
  return path;
}

function catmullRom(before: number, from: number, to: number, after: number, share: number): number {
  const square = share * share;
  const cube = square * share;
  return (
    from +
    0.5 *
      ((to - before) * share +
        (2 * before - 5 * from + 4 * to - after) * square +
        (3 * from - before - 3 * to + after) * cube)
  );
}

function cumulativeLengths(path: readonly PointMm[]): number[] {
  let length = 0;
  return path.map((point, index) => {
    const previous = path[index - 1];
    if (previous) length += Math.hypot(point.x - previous.x, point.y - previous.y);
    return length;
  });
}
