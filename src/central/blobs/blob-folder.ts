import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { mkdir, open, rename as renameFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { passing } from '#shared/fault-points.ts';
import { releaseBytes } from '#shared/release-bytes.ts';
import { discardPieces } from './discard-pieces.ts';
import { createWhole, syncFolder, withFile } from './durable-file.ts';
import { hashOf, openPartialFiles } from './partial-files.ts';

/** Where files lie. A folder by default; an object store offers the same. */
export interface BlobFolder {
  /** Bytes received so far; 0 when nothing was. */
  partialSize(uploadId: string): Promise<number>;
  /** Adds bytes at an offset; at 0, starts again from nothing. Returns the new size. The bytes are spent: their memory is given back. */
  append(uploadId: string, content: Uint8Array, offset: number): Promise<number>;
  /** Only where nothing is begun; throws otherwise. The bytes are spent. */
  appendFirst(uploadId: string, content: Uint8Array): Promise<void>;
  discardPartial(uploadId: string): Promise<void>;
  /** What was begun and not touched since, of whatever station: nobody goes on with it. */
  discardOlder(beforeMs: number): Promise<void>;
  /** What a fall has left of files that came whole, not touched since. `unlisted`: those of these hashes that have no row. */
  discardPieces(
    beforeMs: number,
    unlisted: (sha256: readonly string[]) => Promise<readonly string[]>,
  ): Promise<void>;
  /** SHA-256 of what was received, read back after an fsync. */
  sealPartial(uploadId: string): Promise<string>;
  /**
   * A file that came whole, of this hash; durable when this resolves. What was begun under that id stays. The bytes are spent. After a fall
   * a piece of it may lie under its name: only its row says that it is whole.
   */
  store(uploadId: string, sha256: string, content: Uint8Array): Promise<void>;
  /** The partial becomes the file of that hash; durable when this resolves. */
  publish(uploadId: string, sha256: string): Promise<void>;
  /** Undefined when there is no such file. */
  read(sha256: string): Promise<Readable | undefined>;
  /** Whether the file of that hash lies here, whole: asked where there is no row to say so. */
  holds(sha256: string): Promise<boolean>;
}

export function openBlobFolder(folder: string): BlobFolder {
  const { pathOf, ...partials } = openPartialFiles(join(folder, 'partial'));
  const finalPath = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const ready = places(folder);
  const rename = async (path: string, sha256: string) => {
    await renameFile(path, finalPath(sha256));
    await syncFolder(dirname(finalPath(sha256)));
  };
  const replace = async (path: string, sha256: string, content: Uint8Array) => {
    try {
      await createWhole(path, content);
      await rename(path, sha256);
    } catch (error) {
      // It comes again under another name: on a disk that is full, what is left of each attempt would keep it so.
      await rm(path, { force: true });
      throw error;
    }
  };
  const publishBy = async (sha256: string, act: () => Promise<void>) => {
    passing('centre.blob_before_publish');
    await ready(dirname(finalPath(sha256)));
    await act();
    passing('centre.blob_before_row');
  };
  return {
    ...partials,
    async store(uploadId, sha256, content) {
      await publishBy(sha256, async () => {
        if (await createWhole(finalPath(sha256), content)) return;
        // Another sending of it lies there, or what a fall has left of one.
        await replace(`${pathOf(uploadId)}.${randomUUID()}`, sha256, content);
      });
      releaseBytes(content);
    },
    publish: (uploadId, sha256) => publishBy(sha256, () => rename(pathOf(uploadId), sha256)),
    async read(sha256) {
      const path = finalPath(sha256);
      return existsSync(path) ? (await open(path)).createReadStream() : undefined;
    },
    discardPieces: (beforeMs, unlisted) => discardPieces(folder, beforeMs, unlisted),
    holds: async (sha256) => existsSync(finalPath(sha256)) && (await readHash(finalPath(sha256))) === sha256,
  };
}

/** Undefined for what the disk cannot read: it holds it no more. */
async function readHash(path: string): Promise<string | undefined> {
  try {
    return await withFile(path, constants.O_RDONLY, hashOf);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return undefined;
    throw error;
  }
}

/** Makes a folder of `parent`, durable when this resolves: once for each that this program uses, for whoever made one may have fallen since. */
function places(parent: string): (place: string) => Promise<void> {
  const made = new Map<string, Promise<void>>();
  const make = async (place: string) => {
    await mkdir(place, { recursive: true });
    await syncFolder(parent);
  };
  return (place) => {
    const known = made.get(place);
    if (known) return known;
    const making = make(place).catch((error: unknown) => {
      made.delete(place);
      throw error;
    });
    made.set(place, making);
    return making;
  };
}
