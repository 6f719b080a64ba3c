import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';

/** Where files lie. A folder by default; an object store offers the same six things. */
export interface BlobFolder {
  /** Bytes received so far; 0 when nothing was. */
  partialSize(uploadId: string): Promise<number>;
  /** Adds bytes at an offset; returns the new size. */
  append(uploadId: string, content: Readable, offset: number): Promise<number>;
  discardPartial(uploadId: string): Promise<void>;
  /** SHA-256 of what was received, read back from the disk after an fsync. */
  sealPartial(uploadId: string): Promise<string>;
  /** The partial becomes the file of that hash; durable when this resolves. */
  publish(uploadId: string, sha256: string): Promise<void>;
  /** Undefined when there is no such file. */
  read(sha256: string): Promise<Readable | undefined>;
}

export function openBlobFolder(folder: string): BlobFolder {
  const partialPath = (uploadId: string) => join(folder, 'partial', uploadId);
  const finalPath = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async partialSize(uploadId) {
      const path = partialPath(uploadId);
      return existsSync(path) ? (await stat(path)).size : 0;
    },
    async append(uploadId, content, offset) {
      const path = partialPath(uploadId);
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, existsSync(path) ? 'r+' : 'w', 0o600);
      await pipeline(content, file.createWriteStream({ start: offset }));
      return (await stat(path)).size;
    },
    discardPartial: (uploadId) => rm(partialPath(uploadId), { force: true }),
    async sealPartial(uploadId) {
      const path = partialPath(uploadId);
      await withFile(path, 'r+', (file) => file.sync());
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      return hash.digest('hex');
    },
    async publish(uploadId, sha256) {
      const path = finalPath(sha256);
      const madeFolder = await mkdir(dirname(path), { recursive: true });
      await rename(partialPath(uploadId), path);
      await syncFolder(dirname(path));
      if (madeFolder !== undefined) await syncFolder(folder);
    },
    async read(sha256) {
      const path = finalPath(sha256);
      return existsSync(path) ? (await open(path)).createReadStream() : undefined;
    },
  };
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder to sync it; NTFS journals the rename itself.
  if (process.platform !== 'win32') await withFile(folder, 'r', (handle) => handle.sync());
}

async function withFile(
  path: string,
  flags: string,
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}
