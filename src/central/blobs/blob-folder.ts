import { createHash } from 'node:crypto';
import { constants, existsSync, mkdirSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { passing } from '#shared/fault-points.ts';

/** Where files lie. A folder by default; an object store offers the same seven things. */
export interface BlobFolder {
  /** Bytes received so far; 0 when nothing was. */
  partialSize(uploadId: string): Promise<number>;
  /** Adds bytes at an offset; at 0, starts again from nothing. Returns the new size. */
  append(uploadId: string, content: Uint8Array, offset: number): Promise<number>;
  discardPartial(uploadId: string): Promise<void>;
  /** SHA-256 of what was received, read back after an fsync. */
  sealPartial(uploadId: string): Promise<string>;
  /** A file that came whole, of this hash; durable when this resolves. Takes the place of what was begun under that id. */
  store(uploadId: string, sha256: string, content: Uint8Array): Promise<void>;
  /** The partial becomes the file of that hash; durable when this resolves. */
  publish(uploadId: string, sha256: string): Promise<void>;
  /** Undefined when there is no such file. */
  read(sha256: string): Promise<Readable | undefined>;
}

const READ_BYTES = 256 * 1024;
const FURTHER = constants.O_WRONLY | constants.O_CREAT;
const FROM_NOTHING = FURTHER | constants.O_TRUNC;

export function openBlobFolder(folder: string): BlobFolder {
  mkdirSync(join(folder, 'partial'), { recursive: true });
  const partialPath = (uploadId: string) => join(folder, 'partial', uploadId);
  const finalPath = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const publish = async (uploadId: string, sha256: string) => {
    passing('centre.blob_before_publish');
    const path = finalPath(sha256);
    await renameInto(folder, partialPath(uploadId), path);
    await syncFolder(dirname(path));
    passing('centre.blob_before_row');
  };
  return {
    partialSize: (uploadId) => sizeOf(partialPath(uploadId)),
    async append(uploadId, content, offset) {
      await withFile(partialPath(uploadId), offset === 0 ? FROM_NOTHING : FURTHER, (file) =>
        writeWhole(file, content, offset),
      );
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
    async store(uploadId, sha256, content) {
      await withFile(partialPath(uploadId), FROM_NOTHING, async (file) => {
        await writeWhole(file, content, 0);
        passing('centre.blob_before_sync');
        await file.sync();
      });
      await publish(uploadId, sha256);
    },
    publish,
    async read(sha256) {
      const path = finalPath(sha256);
      return existsSync(path) ? (await open(path)).createReadStream() : undefined;
    },
  };
}

/** The folder it goes to is made when its first file comes. */
async function renameInto(root: string, from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
    await syncFolder(root);
  }
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
