import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import type { Clock } from '#main/ports/clock.ts';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { DATABASE_FILE, SNAPSHOTS_FOLDER, SUSPECT_FILE } from './data-folder.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { isDamage, proveBase } from './prove-base.ts';
import { recoverBase } from './recover-base.ts';
import { finishReplacement } from './replace-in-place.ts';

interface BaseOrder {
  folder: string;
  key: Uint8Array;
  clock: Clock;
}

/**
 * The base of a station that exists, whatever happened to it: a replacement that was interrupted is finished, a base that changes its form
 * is copied first, and a damaged one comes back from its last snapshot and from what can still be read of it. Throws `database-damaged`
 * when nothing can be read, `disk-full`.
 */
export function openBase({ folder, key, clock }: BaseOrder): OpenDatabase {
  finishReplacement(folder);
  const sound = tryOpen(folder, key, clock);
  if (sound) return sound;
  recoverBase({ folder, key, nowMs: clock.nowMs() });
  rmSync(join(folder, SUSPECT_FILE), { force: true });
  return openDatabase(join(folder, DATABASE_FILE), key);
}

/** A command met damage: the next opening reads everything before it trusts anything. */
export function suspectBase(folder: string): void {
  try {
    writeFileSync(join(folder, SUSPECT_FILE), '', { flush: true });
  } catch {
    // A disk that is full as well: the damage will be met again.
  }
}

/** Undefined when the base is gone, cannot be opened, or was suspected with reason. */
function tryOpen(folder: string, key: Uint8Array, clock: Clock): OpenDatabase | undefined {
  const file = join(folder, DATABASE_FILE);
  // SQLite would make an empty one.
  if (!existsSync(file)) return undefined;
  const order = {
    folder: join(folder, SNAPSHOTS_FOLDER),
    key,
    kind: 'beforeMigration',
    nowMs: clock.nowMs(),
  } as const;
  let database: OpenDatabase;
  try {
    database = openDatabase(file, key, { beforeMigrating: (base) => void makeSnapshot(base, order) });
  } catch (error) {
    if (!isDamage(error)) throw error;
    return undefined;
  }
  if (!existsSync(join(folder, SUSPECT_FILE))) return database;
  if (proveBase(database).faults.every(({ what }) => what === 'brokenChain')) {
    rmSync(join(folder, SUSPECT_FILE), { force: true });
    return database;
  }
  database.close();
  return undefined;
}

export function isBaseDamage(error: unknown): boolean {
  return (
    error instanceof GuichetError && error.code === 'database-damaged' && error.detail['file'] === undefined
  );
}
