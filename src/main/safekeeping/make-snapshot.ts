import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import { passing } from '#shared/fault-points.ts';
import type { Snapshot } from '#shared/contract/safekeeping.ts';
import { openToRead, type OpenDatabase } from '#main/database/open-database.ts';
import { syncFolder, writeDurably } from '#main/vault/file-store.ts';
import { stampOf } from './data-folder.ts';
import { proveBase } from './prove-base.ts';
import { listSnapshots, noteFileOf, outdated, removeSnapshot } from './snapshot-store.ts';

const HOUR_MS = 3_600_000;

interface SnapshotOrder {
  folder: string;
  key: Uint8Array;
  kind: Snapshot['kind'];
  nowMs: number;
}

/**
 * Copies the base as it is now, encrypted with the same key, and reads the copy back whole before it counts; then lets go of the
 * snapshots that are no longer needed. Throws `database-damaged` when the copy is not sound (the base is not, then), `disk-full`.
 */
export function makeSnapshot(database: OpenDatabase, order: SnapshotOrder): Snapshot {
  const { folder, key, kind, nowMs } = order;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder);
  const name = freeName(folder, nowMs, kind);
  const temporary = join(folder, `${name}.tmp`);
  try {
    const { bytes, sha256, counts } = provenCopy(database, temporary, key);
    renameSync(temporary, join(folder, name));
    syncFolder(folder);
    passing('snapshot.before_note');
    const snapshot: Snapshot = { name, kind, madeAtMs: nowMs, bytes, sha256, counts };
    writeDurably(join(folder, noteFileOf(name)), Buffer.from(JSON.stringify(snapshot)));
    // After the clock was set back, the one just made passes for the oldest.
    for (const one of outdated(listSnapshots(folder))) if (one.name !== name) removeSnapshot(folder, one);
    return snapshot;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A copy that is on the disk and was read back whole. Throws `database-damaged`, `disk-full`. */
export function provenCopy(database: OpenDatabase, file: string, key: Uint8Array) {
  rmSync(file, { force: true });
  database.copyTo(file);
  syncFile(file);
  const copy = openToRead(file, key);
  try {
    const { faults, counts } = proveBase(copy);
    if (faults.some(({ what }) => what !== 'brokenChain'))
      throw new GuichetError('database-damaged', { detail: { snapshot: faults[0]?.what ?? '' } });
    return { bytes: statSync(file).size, sha256: sha256OfFile(file), counts };
  } finally {
    copy.close();
  }
}

/** Two in the same second would be one name. */
function freeName(folder: string, nowMs: number, kind: string): string {
  const taken = new Set(readdirSync(folder));
  for (let number = 1; ; number += 1) {
    const name = `${stampOf(nowMs)}-${kind}${number === 1 ? '' : `-${number}`}.db`;
    if (!taken.has(name)) return name;
  }
}

/** What a stop in the middle left: a copy without a note was never proven. One of this hour may still be in the making. */
function removeUnfinished(folder: string): void {
  const names = new Set(readdirSync(folder));
  for (const name of names) {
    const isUnproven = name.endsWith('.db') && !names.has(noteFileOf(name));
    if ((name.includes('.tmp') || isUnproven) && isOlderThan(join(folder, name), HOUR_MS))
      rmSync(join(folder, name), { force: true });
  }
}

/** By the machine's own clock, as the file's: a base école plays another one. */
function isOlderThan(path: string, ageMs: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > ageMs;
}

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const PART_BYTES = 1024 * 1024;

export function sha256OfFile(file: string): string {
  const hash = createHash('sha256');
  const part = Buffer.allocUnsafe(PART_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (let read = readSync(descriptor, part); read > 0; read = readSync(descriptor, part))
      hash.update(part.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
