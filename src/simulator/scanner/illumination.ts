import type { SeededRandom } from '../seeded-random.ts';
import type { ScanPlan } from './scan-plan.ts';

/** Light falling on the page: fills `into` with the gain of each pixel of line `share` (0 top, 1 bottom). */
export type Illumination = (share: number, into: Float32Array) => void;

const COLUMNS = 24;
const ROWS = 32;

/** A lamp weaker on one side; for a photograph, also the soft shadow of the one who takes it. */
export function illuminate(plan: ScanPlan, random: SeededRandom): Illumination {
  const gains = gainGrid(plan, random);
  return (share, into) => {
    const at = share * (ROWS - 1);
    const row = Math.min(ROWS - 2, Math.floor(at));
    const below = at - row;
    const knot = (column: number): number =>
      (gains[row * COLUMNS + column] ?? 1) * (1 - below) + (gains[(row + 1) * COLUMNS + column] ?? 1) * below;
    const knots = Float32Array.from({ length: COLUMNS }, (_, column) => knot(column));
    const step = (COLUMNS - 1) / into.length;
    for (let x = 0; x < into.length; x++) {
      const column = Math.floor(x * step);
      const left = knots[column] ?? 1;
      into[x] = left + ((knots[column + 1] ?? left) - left) * (x * step - column);
    }
  };
}

function gainGrid(plan: ScanPlan, random: SeededRandom): Float32Array {
  const direction = random.range(0, 2 * Math.PI);
  const shadow = phoneShadow(plan, random.fork('shadow'));
  return Float32Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const x = (index % COLUMNS) / (COLUMNS - 1) - 0.5;
    const y = Math.floor(index / COLUMNS) / (ROWS - 1) - 0.5;
    const slope = 0.5 + 0.7 * (x * Math.cos(direction) + y * Math.sin(direction));
    return (1 - plan.shading * Math.max(0, Math.min(1, slope))) * shadow(x, y);
  });
}

/** A slanting half-plane of shadow with a blurred edge, entering from the bottom. */
function phoneShadow(plan: ScanPlan, random: SeededRandom): (x: number, y: number) => number {
  const depth = plan.phone?.shadow ?? 0;
  const lean = random.range(-0.9, 0.9);
  const edge = random.range(0.05, 0.4);
  const softness = random.range(0.05, 0.15);
  return (x, y) => 1 - depth / (1 + Math.exp(-(y + lean * x - edge) / softness));
}
