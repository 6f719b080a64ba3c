import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { GuichetError, type ErrorCode } from '#shared/errors.ts';
import { passing } from '#shared/fault-points.ts';

export interface WrittenFile {
  sha256: string;
  size: number;
}

/** Name of a volume that is not whole: whoever finds one may throw it away. */
export function temporaryOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.en-cours`);
}

/**
 * Encrypts an archive for these readers into a file that is there whole or not at all: temporary name, fsync, read back and compared,
 * rename, fsync of the folder. Throws `batch-target-full`, `batch-target-lost`, `batch-target-read-only`, `batch-target-wrong`,
 * `file-unwritable`, and what `content` or `eachPart` throws; then nothing new is left beside.
 */
export async function writeVolume(
  path: string,
  content: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  eachPart: (bytes: number) => void,
): Promise<WrittenFile> {
  const temporary = temporaryOf(path);
  try {
    const written = await encryptInto(temporary, content, recipients, eachPart);
    const found = await hashFile(temporary);
    if (found.sha256 !== written.sha256 || found.size !== written.size)
      throw new GuichetError('batch-target-wrong');
    passing('batch.before_rename');
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    // On a key that is gone this fails too, and there is nothing left to remove.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw inWords(error, path);
  }
}

async function encryptInto(
  path: string,
  content: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  eachPart: (bytes: number) => void,
): Promise<WrittenFile> {
  const encrypter = new Encrypter();
  recipients.forEach((recipient) => encrypter.addRecipient(recipient));
  const sealed = await encrypter.encrypt(streamOf(content));
  const file = await open(path, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const part of sealed) {
      hash.update(part);
      await writeWhole(file, part);
      size += part.length;
      passing('batch.half_written');
      eachPart(part.length);
    }
    await file.sync();
    return { sha256: hash.digest('hex'), size };
  } finally {
    await file.close();
  }
}

/** As age takes it, part by part. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await source.return?.();
    },
  });
}

/** A full disk may take a part of the bytes before it refuses the rest. */
async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done)).bytesWritten;
}

export async function hashFile(path: string): Promise<WrittenFile> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const part of file.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
      const bytes = part as Uint8Array;
      hash.update(bytes);
      size += bytes.length;
    }
    return { sha256: hash.digest('hex'), size };
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder to sync it; NTFS and exFAT write the rename itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const MEANINGS: Record<string, ErrorCode> = {
  ENOSPC: 'batch-target-full',
  EDQUOT: 'batch-target-full',
  EFBIG: 'batch-target-full',
  EROFS: 'batch-target-read-only',
  EACCES: 'batch-target-read-only',
  EPERM: 'batch-target-read-only',
  EIO: 'batch-target-lost',
  ENODEV: 'batch-target-lost',
  ENXIO: 'batch-target-lost',
  ENOENT: 'batch-target-lost',
  ESTALE: 'batch-target-lost',
};

function inWords(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof GuichetError || code === undefined) return error;
  const meaning = MEANINGS[code];
  return meaning
    ? new GuichetError(meaning, { cause: error })
    : new GuichetError('file-unwritable', { detail: { cause: `${path}, ${code}` }, cause: error });
}
