import type { Figure } from '../figures.ts';

/** How long one thing took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}

/** What 95 of 100 people wait at most. */
export function p95Of(name: string, timesMs: readonly number[]): Figure {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  return { name, value, unit: 'ms', n: sorted.length };
}
