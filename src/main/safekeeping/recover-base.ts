import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import type { Recovery, Snapshot } from '#shared/contract/safekeeping.ts';
import { numberOf } from '#main/database/columns.ts';
import { newestVersion } from '#main/database/migrate.ts';
import { openDatabase, openForRepair, openToRead, type OpenDatabase } from '#main/database/open-database.ts';
import { BESIDE_DATABASE, DATABASE_FILE, SNAPSHOTS_FOLDER, stampOf } from './data-folder.ts';
import { noteEvent } from './event-store.ts';
import { sha256OfFile } from './make-snapshot.ts';
import { isDamage, proveBase } from './prove-base.ts';
import { gatherRows, settleRows, type Rebuilt, type RebuildSources } from './rebuild-base.ts';
import { renewIdentity } from './renew-identity.ts';
import { abandonReplacement, beginReplacement, freeKeptFolder, replaceInPlace } from './replace-in-place.ts';
import { listSnapshots } from './snapshot-store.ts';

interface RecoveryOrder {
  folder: string;
  key: Uint8Array;
  nowMs: number;
}

/**
 * Makes a sound base out of what can be read of the damaged one and of the last snapshot that is sound, proves it, and puts it in place;
 * the damaged one is kept whole. Throws `database-damaged`, having changed nothing, when neither can be read.
 */
export function recoverBase({ folder, key, nowMs }: RecoveryOrder): void {
  const making = beginReplacement(folder);
  const opened: OpenDatabase[] = [];
  const close = () => {
    for (const base of opened.splice(0)) base.close();
  };
  try {
    const damaged = openDamaged(folder, making, key);
    if (damaged) opened.push(damaged);
    const snapshot = openSnapshot(folder, making, key, damaged && versionOf(damaged));
    if (snapshot) opened.push(snapshot.base);
    const version = damaged ? versionOf(damaged) : snapshot && versionOf(snapshot.base);
    if (!version) throw new GuichetError('database-damaged');
    const rebuilt = rebuildBase(
      { damaged, snapshot, nowMs },
      { file: join(making, DATABASE_FILE), key, version },
    );
    close();
    for (const name of ['damaged.db', 'snapshot.db']) forgetCopy(join(making, name));
    completeBase(folder, join(making, DATABASE_FILE), rebuilt, { key, nowMs });
    replaceInPlace(folder, stampOf(nowMs), [DATABASE_FILE]);
  } catch (error) {
    close();
    abandonReplacement(folder);
    throw error;
  }
}

/**
 * Rows are gathered in the version that held them, and judged in that of this program: a base may be damaged before the program that came
 * after it has opened it once.
 */
function rebuildBase(
  sources: Omit<RebuildSources, 'base'>,
  { file, key, version }: { file: string; key: Uint8Array; version: number },
): Rebuilt {
  const gathered = withBase(openForRepair(file, key, version), (base) => gatherRows({ ...sources, base }));
  return withBase(openForRepair(file, key, newestVersion()), (base) =>
    settleRows({ ...sources, base }, gathered),
  );
}

function withBase<T>(base: OpenDatabase, work: (base: OpenDatabase) => T): T {
  try {
    return work(base);
  } finally {
    base.close();
  }
}

/** At the last version, with an identity that gives nothing twice, proven, and its own story in it: only then does it take its place. */
function completeBase(
  folder: string,
  file: string,
  { hasOwnCounters, ...found }: Rebuilt,
  { key, nowMs }: { key: Uint8Array; nowMs: number },
): void {
  const base = openDatabase(file, key);
  try {
    const identity = hasOwnCounters ? 'kept' : renewIdentity(base, nowMs);
    const recovery: Recovery = { ...found, identity, keptIn: freeKeptFolder(folder, stampOf(nowMs)) };
    noteEvent(base, { kind: 'recovered', atMs: nowMs, recovery }, null);
    const faults = proveBase(base).faults.filter(({ what }) => what !== 'brokenChain');
    if (faults.length > 0)
      throw new GuichetError('database-damaged', { detail: { rebuilt: faults[0]?.what ?? '' } });
  } finally {
    base.close();
  }
}

/** A copy, so that reading its log changes no byte of the damaged one. Undefined when its first page cannot be read. */
function openDamaged(folder: string, making: string, key: Uint8Array): OpenDatabase | undefined {
  const copy = join(making, 'damaged.db');
  const original = join(folder, DATABASE_FILE);
  if (!existsSync(original)) return undefined;
  copyFileSync(original, copy);
  const log = join(folder, BESIDE_DATABASE[0]);
  if (existsSync(log)) copyFileSync(log, `${copy}-wal`);
  return openAtVersion(copy, key);
}

function openAtVersion(file: string, key: Uint8Array): OpenDatabase | undefined {
  try {
    const base = openForRepair(file, key);
    if (isStation(base)) return base;
    base.close();
    return undefined;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return undefined;
  }
}

/** Whether its schema can be read and is one of ours. */
function isStation(base: OpenDatabase): boolean {
  try {
    return (
      versionOf(base) > 0 && base.get(`SELECT 1 FROM sqlite_schema WHERE name = 'station'`) !== undefined
    );
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}

/** The newest snapshot that still is what its note says, brought to the version of the damaged base. */
function openSnapshot(
  folder: string,
  making: string,
  key: Uint8Array,
  version: number | undefined,
): RebuildSources['snapshot'] {
  const snapshots = join(folder, SNAPSHOTS_FOLDER);
  for (const note of listSnapshots(snapshots)) {
    if (!isSnapshotSound(snapshots, note, key)) continue;
    const copy = join(making, 'snapshot.db');
    copyFileSync(join(snapshots, note.name), copy);
    const base = openForRepair(copy, key, version);
    if (version === undefined || versionOf(base) <= version) return { note, base };
    base.close();
    forgetCopy(copy);
  }
  return undefined;
}

/** Byte for byte what was read back when it was made, and readable still. */
export function isSnapshotSound(folder: string, note: Snapshot, key: Uint8Array): boolean {
  const file = join(folder, note.name);
  try {
    if (sha256OfFile(file) !== note.sha256) return false;
    const base = openToRead(file, key);
    try {
      return proveBase(base).faults.every(({ what }) => what === 'brokenChain');
    } finally {
      base.close();
    }
  } catch {
    return false;
  }
}

function versionOf(base: OpenDatabase): number {
  return numberOf(base.get('PRAGMA user_version') ?? {}, 'user_version');
}

function forgetCopy(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}
