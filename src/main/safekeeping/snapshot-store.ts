import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotSchema, type Snapshot } from '#shared/contract/safekeeping.ts';

const DAY_MS = 86_400_000;
/** Beside the newest, whatever their age. */
const KEPT = { newest: 2, days: 7, weeks: 4, migrations: 2 };

/** Snapshots that count, newest first: those with their note. One without was never proven, and is none. */
export function listSnapshots(folder: string): Snapshot[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => noteIn(join(folder, name)))
    .filter(({ name }) => existsSync(join(folder, name)))
    .sort((a, b) => b.madeAtMs - a.madeAtMs || (a.name < b.name ? 1 : -1));
}

function noteIn(path: string): Snapshot[] {
  try {
    const parsed = snapshotSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

export function noteFileOf(name: string): string {
  return name.replace(/\.db$/, '.json');
}

/** Which ones are no longer needed: a week by days, a month by weeks, and the last ones before a change of form. */
export function outdated(snapshots: readonly Snapshot[]): Snapshot[] {
  const kept = new Set(snapshots.slice(0, KEPT.newest));
  const newestOfEach = (count: number, periodMs: number) => {
    const periods = new Map<number, Snapshot>();
    for (const one of snapshots) {
      const period = Math.floor(one.madeAtMs / periodMs);
      if (!periods.has(period)) periods.set(period, one);
    }
    for (const one of [...periods.values()].slice(0, count)) kept.add(one);
  };
  newestOfEach(KEPT.days, DAY_MS);
  newestOfEach(KEPT.weeks, 7 * DAY_MS);
  for (const one of snapshots.filter(({ kind }) => kind === 'beforeMigration').slice(0, KEPT.migrations))
    kept.add(one);
  return snapshots.filter((one) => !kept.has(one));
}

/** The note goes first: a snapshot half deleted must not count. */
export function removeSnapshot(folder: string, { name }: Snapshot): void {
  rmSync(join(folder, noteFileOf(name)), { force: true });
  rmSync(join(folder, name), { force: true });
}
