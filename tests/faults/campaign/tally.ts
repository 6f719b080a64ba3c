import type { Inspection } from '../harness/inspect.ts';

const WRONGS = ['lost', 'doubled', 'collisions', 'withoutVerdict', 'diverged'] as const;

/** What a campaign has seen so far. */
export interface Tally {
  faults: Map<string, number>;
  powerLosses: number;
  wrong: { lost: number; doubled: number; collisions: number; withoutVerdict: number; diverged: number };
  /** Receipts of the centre for what a power cut took. */
  absent: number;
  quiescencesMs: number[];
  /** Seeds whose episode went wrong, with what was wrong. */
  failures: string[];
}

export function createTally(): Tally {
  return {
    faults: new Map(),
    powerLosses: 0,
    wrong: { lost: 0, doubled: 0, collisions: 0, withoutVerdict: 0, diverged: 0 },
    absent: 0,
    quiescencesMs: [],
    failures: [],
  };
}

export function addFaults(tally: Tally, kind: string, count: number): void {
  tally.faults.set(kind, (tally.faults.get(kind) ?? 0) + count);
}

export function faultCount({ faults }: Pick<Tally, 'faults'>): number {
  return [...faults.values()].reduce((sum, count) => sum + count, 0);
}

export function addInspection(tally: Tally, seed: number, inspection: Inspection): void {
  for (const name of WRONGS) tally.wrong[name] += inspection[name].length;
  if (WRONGS.some((name) => inspection[name].length > 0))
    tally.failures.push(`seed ${seed}: ${JSON.stringify(inspection)}`);
}
