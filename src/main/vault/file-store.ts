import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import { passing } from '#shared/fault-points.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';
import { readParts } from './read-parts.ts';
import { openSealed, seal } from './sealed-form.ts';

export interface StoredFile {
  id: string;
  /** Of the clear bytes, hexadecimal. */
  sha256: string;
  size: number;
  mediaType: string;
}

export interface FileStore {
  /**
   * Encrypts bytes into a file, durable on disk before this returns, then records it. Call it before the transaction
   * that refers to the file, never inside.
   */
  put(content: Uint8Array, mediaType: string): StoredFile;
  /** The clear bytes. Throws GuichetError `database-damaged` when the file is gone, changed or swapped. */
  get(id: string): Uint8Array;
  /** The same in parts, the last one once all are proven: for what is sent or may be large. Throws `database-damaged` too. */
  parts(id: string): AsyncIterable<Uint8Array<ArrayBuffer>>;
  find(id: string): StoredFile | undefined;
  /** Removes from disk the file of a row that is gone: without its key nobody could read it any more. */
  discard(id: string): void;
}

/** AES-256-GCM, one random key per file kept in the base under the health key: deleting the row is crypto-erasure; the id is authenticated. */
export function createFileStore(folder: string, database: WritableDatabase, nowMs: () => number): FileStore {
  mkdirSync(folder, { recursive: true });
  const pathOf = (id: string) => join(folder, id.slice(-2), `${id}.enc`);
  return {
    put(content, mediaType) {
      const id = newId();
      const key = randomBytes(32);
      const sha256 = createHash('sha256').update(content).digest('hex');
      writeDurably(pathOf(id), seal(content, key, id));
      passing('file.before_row');
      database.run(
        'INSERT INTO stored_file (id, sha256, size, media_type, data_key, stored_at_ms) VALUES (?, ?, ?, ?, sealed(?, ?), ?)',
        id,
        sha256,
        content.length,
        mediaType,
        key,
        id,
        nowMs(),
      );
      return { id, sha256, size: content.length, mediaType };
    },
    get(id) {
      const key = keyOf(database, id);
      try {
        return openSealed(readFileSync(pathOf(id)), key, id);
      } catch (cause) {
        throw new GuichetError('database-damaged', { detail: { file: id }, cause });
      }
    },
    async *parts(id) {
      const key = keyOf(database, id);
      try {
        yield* readParts(pathOf(id), key, id);
      } catch (cause) {
        throw new GuichetError('database-damaged', { detail: { file: id }, cause });
      }
    },
    find: (id) => findStored(database, id),
    discard: (id) => rmSync(pathOf(id), { force: true }),
  };
}

function findStored(database: ReadableDatabase, id: string): StoredFile | undefined {
  const row = database.get('SELECT id, sha256, size, media_type FROM stored_file WHERE id = ?', id);
  return (
    row && {
      id,
      sha256: textOf(row, 'sha256'),
      size: numberOf(row, 'size'),
      mediaType: textOf(row, 'media_type'),
    }
  );
}

function keyOf(database: ReadableDatabase, id: string): Uint8Array {
  const row = database.get(`SELECT ${opened('stored_file')} FROM stored_file WHERE id = ?`, id);
  if (!row) throw new GuichetError('database-damaged', { detail: { file: id } });
  return bytesOf(row, 'data_key');
}

/**
 * Temporary name in the same folder, fsync, rename, fsync of the folder: after this the file is whole or absent.
 * Throws GuichetError `disk-full`, leaving nothing behind.
 */
export function writeDurably(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  try {
    const descriptor = openSync(temporary, 'w', 0o600);
    try {
      let written = 0;
      while (written < content.length) written += writeSync(descriptor, content, written);
      passing('file.before_sync');
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    passing('file.before_rename');
    renamePatiently(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new GuichetError('disk-full', { cause: error });
    if (code === 'EIO') throw new GuichetError('disk-failing', { cause: error });
    if (code === 'EBUSY')
      throw new GuichetError('file-unwritable', { detail: { cause: code }, cause: error });
    throw error;
  }
}

/** An antivirus reads a file as soon as it is written, and holds it meanwhile: a second or two, on a slow computer. */
const HELD_WAITS_MS = [10, 50, 200, 500, 1_000];

function renamePatiently(from: string, to: string): void {
  for (const waitMs of HELD_WAITS_MS) {
    try {
      return renameSync(from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
    // Nothing may happen in between: whoever asked waits for a durable file.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
  }
  renameSync(from, to);
}

/** Windows says of a file that another program holds that it is not permitted. */
function isHeld(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return code === 'EBUSY' || (process.platform === 'win32' && ['EPERM', 'EACCES'].includes(code));
}

export function syncFolder(folder: string): void {
  // Windows cannot open a folder to sync it; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
