import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import { snapshotSchema, type Snapshot } from '#shared/contract/safekeeping.ts';
import type { Emit } from '#main/context.ts';
import { numberOf } from '#main/database/columns.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { oneAtATime } from '#main/one-at-a-time.ts';
import type { Clock } from '#main/ports/clock.ts';
import { DATABASE_FILE, FILES_FOLDER, SNAPSHOTS_FOLDER } from './data-folder.ts';
import { isDiskLow } from './disk-room.ts';
import { everyHours, noteEvent } from './event-store.ts';
import { inWorker } from '#main/in-worker.ts';
import { isBaseDamage, suspectBase } from './open-base.ts';
import { listSnapshots, removeSnapshot } from './snapshot-store.ts';
import { sweepFiles } from './sweep-files.ts';

const HOUR_MS = 3_600_000;
/** After the clerk has what she came for; a short command of the command line has ended before. */
const FIRST_LOOK_MS = 3_000;
const LOOK_EVERY_MS = 600_000;

/** Looks after one open base: its snapshots at their time, its folder of files. */
export interface Safekeeper {
  /** The data folder and the key of its base: copies are made with the same. */
  folder: string;
  key: Uint8Array;
  snapshots(): Snapshot[];
  /** Whether only what is small is still taken. */
  isDiskLow(): boolean;
  /** Throws `database-damaged`, `disk-full`. */
  snapshot(kind: Snapshot['kind']): Promise<Snapshot>;
  /** Makes one that stays there for as long as `use` takes. Throws those of `snapshot`. */
  withSnapshot<T>(use: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  /** Ends its own work, then makes the snapshot that is due. */
  close(): Promise<void>;
}

interface SafekeeperOptions {
  folder: string;
  key: Uint8Array;
  database: WritableDatabase;
  clock: Clock;
  emit: Emit;
}

export function createSafekeeper(options: SafekeeperOptions): Safekeeper {
  const { folder, key, database, clock, emit } = options;
  const snapshotsFolder = join(folder, SNAPSHOTS_FOLDER);
  const stopping = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  // One after the other: two in the same second would be one file, and a newer one lets go of an older.
  const inTurn = oneAtATime();
  const makeSnapshot = async (kind: Snapshot['kind']) => {
    const made = await snapshotInWorker(options, kind);
    forgetPurged(database, snapshotsFolder, made);
    emit('safekeeping.changed', {});
    return made;
  };
  const snapshot = (kind: Snapshot['kind']) => inTurn(() => makeSnapshot(kind));
  const makeDueSnapshot = async () => {
    if (!isSnapshotDue(database, listSnapshots(snapshotsFolder), clock.nowMs())) return;
    await snapshot('scheduled').catch((error: unknown) => noteFailure(options, error));
  };
  const firstLook = setTimeout(() => {
    running = sweep(options, stopping.signal).then(makeDueSnapshot);
  }, FIRST_LOOK_MS).unref();
  const looks = setInterval(() => {
    running = running.then(makeDueSnapshot);
  }, LOOK_EVERY_MS).unref();

  return {
    folder,
    key,
    isDiskLow: () => isDiskLow(folder),
    snapshots: () => listSnapshots(snapshotsFolder),
    snapshot,
    withSnapshot: (use) => inTurn(async () => use(await makeSnapshot('asked'))),
    async close() {
      clearTimeout(firstLook);
      clearInterval(looks);
      stopping.abort();
      await running;
      await makeDueSnapshot();
    },
  };
}

function snapshotInWorker(
  { folder, key, clock }: SafekeeperOptions,
  kind: Snapshot['kind'],
): Promise<Snapshot> {
  return inWorker(new URL('./snapshot-worker.ts', import.meta.url), {
    data: {
      database: join(folder, DATABASE_FILE),
      folder: join(folder, SNAPSHOTS_FOLDER),
      key: new Uint8Array(key),
      kind,
      nowMs: clock.nowMs(),
    },
    result: snapshotSchema,
  });
}

async function sweep(
  { folder, database, clock, emit }: SafekeeperOptions,
  signal: AbortSignal,
): Promise<void> {
  const found = await sweepFiles(join(folder, FILES_FOLDER), database, { signal }).catch(() => undefined);
  // A folder that cannot be read now is looked at again at the next opening, and by `verify`, which says why.
  if (!found || found.orphans + found.destroyed + found.missing.length === 0) return;
  noteEvent(database, { kind: 'swept', atMs: clock.nowMs(), sweep: found }, null);
  emit('safekeeping.changed', {});
}

/** Nobody waits for a snapshot that is due: what fails is noted, for the screen to say. */
function noteFailure({ folder, database, clock, emit }: SafekeeperOptions, error: unknown): void {
  if (isBaseDamage(error)) suspectBase(folder);
  const code = error instanceof GuichetError ? error.code : 'internal';
  // Where nothing can be written any more, the note cannot either.
  try {
    noteEvent(database, { kind: 'snapshotFailed', atMs: clock.nowMs(), code }, null);
  } catch {
    return;
  }
  emit('safekeeping.changed', {});
}

/** A base that was just made holds nothing that its first hours could not lose. */
function isSnapshotDue(database: WritableDatabase, snapshots: readonly Snapshot[], nowMs: number): boolean {
  const made = numberOf(
    database.get('SELECT created_at_ms FROM station WHERE id = 1') ?? {},
    'created_at_ms',
  );
  const last = snapshots[0]?.madeAtMs ?? made;
  // A clock that was set back must not stop snapshots for as long.
  return Math.abs(nowMs - last) >= everyHours(database) * HOUR_MS || isBeforePurge(database, snapshots[0]);
}

/** What was destroyed under a visa, or sealed since, must not live on in older snapshots, once a newer one is there. */
function forgetPurged(database: WritableDatabase, folder: string, made: Snapshot): void {
  for (const one of listSnapshots(folder))
    if (one.name !== made.name && isBeforePurge(database, one)) removeSnapshot(folder, one);
}

function isBeforePurge(database: WritableDatabase, snapshot: Snapshot | undefined): boolean {
  const row = database.get('SELECT max(coalesce(ended_at_ms, started_at_ms)) AS at_ms FROM purge_report');
  const purgedAtMs = row && typeof row['at_ms'] === 'number' ? row['at_ms'] : undefined;
  const sealedAtMs = database.get('SELECT health_sealed_at_ms AS at_ms FROM station WHERE id = 1')?.['at_ms'];
  return (
    snapshot !== undefined &&
    [purgedAtMs, sealedAtMs].some((atMs) => typeof atMs === 'number' && snapshot.madeAtMs < atMs)
  );
}
