import type { SeededRandom } from './seeded-random.ts';

/** A smooth random function of one variable: mean 0, about ±1, one independent value per unit. */
export function smoothNoise(random: SeededRandom, period = 64): (position: number) => number {
  const knots = Float64Array.from({ length: period }, () => random.range(-1, 1));
  const knot = (index: number): number => knots[((index % period) + period) % period] ?? 0;
  return (position) => {
    const cell = Math.floor(position);
    const within = position - cell;
    const eased = within * within * (3 - 2 * within);
    return knot(cell) * (1 - eased) + knot(cell + 1) * eased;
  };
}
