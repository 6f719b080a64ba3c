import type { Figure } from '../figures.ts';

export interface HardenRun {
  /** A reduced size, for continuous integration. */
  quick: boolean;
  /** The same faults again. */
  seed: number;
  /** Progress and failures, for people. */
  say(line: string): void;
}

/** One line of what is measured; `harden/rows.ts` names them all. */
export interface HardenRow {
  /** For `--only`. */
  name: string;
  /** What it measures is a time that other work would lengthen: nothing else runs meanwhile. */
  isTimed?: true;
  measure(run: HardenRun): Figure[] | Promise<Figure[]>;
}

export function count(name: string, value: number, n: number): Figure {
  return { name, value, unit: 'count', n };
}

export function slowest(name: string, durationsMs: readonly number[]): Figure {
  return { name, value: Math.max(0, ...durationsMs) / 1000, unit: 's', n: durationsMs.length };
}
