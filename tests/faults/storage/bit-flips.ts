import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openToRead, type OpenDatabase } from '#main/database/open-database.ts';
import { recentEvents } from '#main/safekeeping/event-store.ts';
import { makeSnapshot } from '#main/safekeeping/make-snapshot.ts';
import { openBase, suspectBase } from '#main/safekeeping/open-base.ts';
import { proveBase } from '#main/safekeeping/prove-base.ts';
import { aClock } from '../../builders/clock.ts';
import { flipBit } from '../../builders/damage.ts';
import {
  createStation,
  databaseFileOf,
  openStation,
  type StationPlace,
} from '../../builders/open-station.ts';
import { createRandom } from '../harness/random.ts';

export interface FlippedStation extends StationPlace {
  root: string;
  numbers: string[];
}

/** A station at rest: most of it in a snapshot, the rest done since. */
export function stationToDamage(seed: number, people: number): FlippedStation {
  const root = mkdtempSync(join(tmpdir(), 'guichet-flips-'));
  const place = { folder: join(root, 'station'), key: Buffer.from(createRandom(seed).bytes(64)) };
  createStation(place);
  const station = openStation(place);
  const register = (from: number, to: number) =>
    station.database.transaction(() =>
      Array.from({ length: to - from }, (_, index) => station.register(from + index)),
    );
  const early = Math.floor(people * 0.8);
  const numbers = register(0, early);
  const order = {
    folder: join(place.folder, 'snapshots'),
    key: place.key,
    kind: 'scheduled',
    nowMs: 1,
  } as const;
  makeSnapshot(station.database, order);
  numbers.push(...register(early, people));
  station.database.get('PRAGMA wal_checkpoint(TRUNCATE)');
  station.close();
  return { ...place, root, numbers };
}

export interface FlipOutcome {
  isDetected: boolean;
  restoreMs: number;
  /** Registrations that are gone although nothing said so. */
  untold: number;
  /** Registrations that are gone, as was said. */
  missing: number;
}

/** One bit of a copy changes; it must be seen, and the station come back, saying what it lacks. */
export function playBitFlip({ folder, key, root, numbers }: FlippedStation, seed: number): FlipOutcome {
  const copy = { folder: join(root, 'copy'), key };
  rmSync(copy.folder, { recursive: true, force: true });
  cpSync(folder, copy.folder, { recursive: true });
  const random = createRandom(seed);
  const file = databaseFileOf(copy);
  flipBit(file, random.below(statSync(file).size), random.below(8));
  const isDetected = !isSound(file, key);
  const startedAt = performance.now();
  suspectBase(copy.folder);
  const database = openBase({ ...copy, clock: aClock() });
  const restoreMs = performance.now() - startedAt;
  const outcome = { isDetected, restoreMs, ...losses(database, numbers) };
  database.close();
  return outcome;
}

function isSound(file: string, key: Uint8Array): boolean {
  try {
    const base = openToRead(file, key);
    try {
      return proveBase(base).faults.length === 0;
    } finally {
      base.close();
    }
  } catch {
    return false;
  }
}

function losses(database: OpenDatabase, numbers: readonly string[]): { untold: number; missing: number } {
  const rows = database.all(
    `SELECT registration_number AS number FROM registration r
     JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version`,
  );
  const held = new Set(rows.map((row) => String(row['number'])));
  const gone = numbers.filter((number) => !held.has(number));
  const event = recentEvents(database).find(({ kind }) => kind === 'recovered');
  const told = event?.kind === 'recovered' ? event.recovery : undefined;
  if (told?.sinceSnapshotUnknown) return { untold: 0, missing: gone.length };
  const ranks = new Set((told?.missing ?? []).map((one) => one.slice(-6)));
  const untold = gone.filter((number) => !told?.missing.includes(number) && !ranks.has(number.slice(7, 13)));
  return { untold: untold.length, missing: gone.length - untold.length };
}
