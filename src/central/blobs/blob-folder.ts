import { createHash } from 'node:crypto';
import { constants, existsSync, mkdirSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { passing } from '#shared/fault-points.ts';

/** Where files lie. A folder by default; an object store offers the same six things. */
export interface BlobFolder {
  /** Bytes received so far; 0 when nothing was. */
  partialSize(uploadId: string): Promise<number>;
  /** Adds bytes at an offset; at 0, starts again from nothing. Returns the new size. */
  append(uploadId: string, content: Uint8Array, offset: number): Promise<number>;
  discardPartial(uploadId: string): Promise<void>;
  /** SHA-256 of what was received, read back after an fsync. */
  sealPartial(uploadId: string): Promise<string>;
  /** The partial becomes the file of that hash; durable when this resolves. */
  publish(uploadId: string, sha256: string): Promise<void>;
  /** Undefined when there is no such file. */
  read(sha256: string): Promise<Readable | undefined>;
}

const READ_BYTES = 256 * 1024;

export function openBlobFolder(folder: string): BlobFolder {
  mkdirSync(join(folder, 'partial'), { recursive: true });
  const partialPath = (uploadId: string) => join(folder, 'partial', uploadId);
  const finalPath = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    partialSize: (uploadId) => sizeOf(partialPath(uploadId)),
    async append(uploadId, content, offset) {
      const flags = constants.O_WRONLY | constants.O_CREAT | (offset === 0 ? constants.O_TRUNC : 0);
      await withFile(partialPath(uploadId), flags, (file) => writeWhole(file, content, offset));
      return offset + content.length;
    },
    discardPartial: (uploadId) => rm(partialPath(uploadId), { force: true }),
    async sealPartial(uploadId) {
      passing('centre.blob_before_sync');
      const hash = createHash('sha256');
      await withFile(partialPath(uploadId), constants.O_RDWR, async (file) => {
        await file.sync();
        const bytes = Buffer.allocUnsafe(READ_BYTES);
        for (let place = 0; ;) {
          const { bytesRead } = await file.read(bytes, 0, READ_BYTES, place);
          if (bytesRead === 0) break;
          hash.update(bytes.subarray(0, bytesRead));
          place += bytesRead;
        }
      });
      return hash.digest('hex');
    },
    async publish(uploadId, sha256) {
      passing('centre.blob_before_publish');
      const path = finalPath(sha256);
      const madeFolder = await mkdir(dirname(path), { recursive: true });
      await rename(partialPath(uploadId), path);
      await syncFolder(dirname(path));
      if (madeFolder !== undefined) await syncFolder(folder);
      passing('centre.blob_before_row');
    },
    async read(sha256) {
      const path = finalPath(sha256);
      return existsSync(path) ? (await open(path)).createReadStream() : undefined;
    },
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** A full disk may take a part of the bytes before it refuses the rest. */
async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder to sync it; NTFS journals the rename itself.
  if (process.platform !== 'win32') await withFile(folder, constants.O_RDONLY, (handle) => handle.sync());
}

async function withFile(
  path: string,
  flags: number,
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}
