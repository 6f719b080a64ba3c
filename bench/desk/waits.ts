import type { Figure } from '../figures.ts';

/** The middle and the 95th of 100 waits, under one name. */
export function waitsOf(name: string, timesMs: readonly number[]): Figure[] {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  const figure = (suffix: string, value: number): Figure => ({
    name: `${name}-${suffix}`,
    value,
    unit: 'ms',
    n: sorted.length,
  });
  return [figure('p50', at(0.5)), figure('p95', at(0.95))];
}
