import { createHash, randomUUID } from 'node:crypto';
import { constants, existsSync, mkdirSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { passing } from '#shared/fault-points.ts';
import { releaseBytes } from '#shared/release-bytes.ts';

/** Where files lie. A folder by default; an object store offers the same nine things. */
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
  /** SHA-256 of what was received, read back after an fsync. */
  sealPartial(uploadId: string): Promise<string>;
  /** A file that came whole, of this hash; durable when this resolves. What was begun under that id stays. The bytes are spent. */
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
  const publishAs = async (path: string, sha256: string) => {
    passing('centre.blob_before_publish');
    const place = dirname(finalPath(sha256));
    const madeFolder = await mkdir(place, { recursive: true });
    await rename(path, finalPath(sha256));
    await syncFolder(place);
    if (madeFolder !== undefined) await syncFolder(folder);
    passing('centre.blob_before_row');
  };
  return {
    partialSize: (uploadId) => sizeOf(partialPath(uploadId)),
    async append(uploadId, content, offset) {
      const size = offset + content.length;
      const flags = offset === 0 ? FROM_NOTHING : FURTHER;
      await withFile(partialPath(uploadId), flags, (file) => writeWhole(file, content, offset));
      releaseBytes(content);
      return size;
    },
    async appendFirst(uploadId, content) {
      await withFile(partialPath(uploadId), FURTHER | constants.O_EXCL, (file) =>
        writeWhole(file, content, 0),
      );
      releaseBytes(content);
    },
    discardPartial: (uploadId) => rm(partialPath(uploadId), { force: true }),
    async discardOlder(beforeMs) {
      for (const name of await readdir(join(folder, 'partial'))) {
        const path = join(folder, 'partial', name);
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: beforeMs }));
        if (mtimeMs < beforeMs) await rm(path, { force: true });
      }
    },
    async sealPartial(uploadId) {
      const hash = createHash('sha256');
      await withFile(partialPath(uploadId), constants.O_RDWR, async (file) => {
        await syncFile(file);
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
      // Another instance may be keeping a beginning of the very same file, that it saw cut.
      const path = `${partialPath(uploadId)}.${randomUUID()}`;
      await withFile(path, FURTHER | constants.O_EXCL, async (file) => {
        await writeWhole(file, content, 0);
        await syncFile(file);
      });
      releaseBytes(content);
      await publishAs(path, sha256);
    },
    publish: (uploadId, sha256) => publishAs(partialPath(uploadId), sha256),
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

function syncFile(file: FileHandle): Promise<void> {
  passing('centre.blob_before_sync');
  return file.sync();
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
