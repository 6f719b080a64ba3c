import { createHash } from 'node:crypto';
import fs, { constants, mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { releaseBytes } from '#shared/release-bytes.ts';
import type { BlobFolder } from './blob-folder.ts';
import { FROM_NOTHING, FURTHER, ONLY_NEW, syncFile, withFile, writeWhole } from './durable-file.ts';

const read = promisify(fs.read);

const READ_BYTES = 256 * 1024;

type PartialFiles = Omit<BlobFolder, 'store' | 'publish' | 'read' | 'holds' | 'discardPieces'> & {
  pathOf(uploadId: string): string;
};

/** What stations have begun to send, each in a file of its own. */
export function openPartialFiles(folder: string): PartialFiles {
  mkdirSync(folder, { recursive: true });
  const pathOf = (uploadId: string) => join(folder, uploadId);
  return {
    pathOf,
    partialSize: (uploadId) => sizeOf(pathOf(uploadId)),
    async append(uploadId, content, offset) {
      const size = offset + content.length;
      const flags = offset === 0 ? FROM_NOTHING : FURTHER;
      await withFile(pathOf(uploadId), flags, (file) => writeWhole(file, content, offset));
      releaseBytes(content);
      return size;
    },
    async appendFirst(uploadId, content) {
      await withFile(pathOf(uploadId), ONLY_NEW, (file) => writeWhole(file, content, 0));
      releaseBytes(content);
    },
    discardPartial: (uploadId) => rm(pathOf(uploadId), { force: true }),
    async discardOlder(beforeMs) {
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: beforeMs }));
        if (mtimeMs < beforeMs) await rm(path, { force: true });
      }
    },
    sealPartial: (uploadId) =>
      withFile(pathOf(uploadId), constants.O_RDWR, async (file) => {
        await syncFile(file);
        return hashOf(file);
      }),
  };
}

/** Of an open file, from its beginning. */
export async function hashOf(file: number): Promise<string> {
  const hash = createHash('sha256');
  const bytes = Buffer.allocUnsafe(READ_BYTES);
  for (let place = 0; ;) {
    const { bytesRead } = await read(file, bytes, 0, READ_BYTES, place);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(bytes.subarray(0, bytesRead));
    place += bytesRead;
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
