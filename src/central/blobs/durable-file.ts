import fs, { closeSync, constants, ftruncateSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { passing } from '#shared/fault-points.ts';

const open = promisify(fs.open);
const write = promisify(fs.write);
const sync = promisify(fs.fsync);

export const FURTHER = constants.O_WRONLY | constants.O_CREAT;
export const FROM_NOTHING = FURTHER | constants.O_TRUNC;
export const ONLY_NEW = FURTHER | constants.O_EXCL;

/** The bytes are on the disk when this resolves. */
export function syncFile(file: number): Promise<void> {
  passing('centre.blob_before_sync');
  return sync(file);
}

/** A full disk may take a part of the bytes before it refuses the rest. */
export async function writeWhole(file: number, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await write(file, bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder to sync it; NTFS journals names itself.
  if (process.platform === 'win32') return;
  const file = openSync(folder, constants.O_RDONLY);
  try {
    await sync(file);
  } finally {
    closeSync(file);
  }
}

/** Each step that waits costs a turn of the thread, in which a busy centre does much else: closing what was written does not wait. */
export async function withFile<T>(
  path: string,
  flags: number,
  work: (file: number) => Promise<T>,
): Promise<T> {
  const file = await open(path, flags, 0o600);
  try {
    return await work(file);
  } finally {
    closeSync(file);
  }
}

/**
 * A new file of these bytes; they and its name are durable when this resolves. False where the name is taken. Of one that fails an empty file
 * is left: it is emptied by its number, for by now another may lie under the name.
 */
export async function createWhole(path: string, content: Uint8Array): Promise<boolean> {
  try {
    await withFile(path, ONLY_NEW, async (file) => {
      try {
        await writeWhole(file, content, 0);
        await all([syncFile(file), syncFolder(dirname(path))]);
      } catch (error) {
        ftruncateSync(file);
        throw error;
      }
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Throws what one of them threw once all have ended: none goes on with a file that is closed. */
async function all(steps: readonly Promise<void>[]): Promise<void> {
  for (const step of await Promise.allSettled(steps)) if (step.status === 'rejected') throw step.reason;
}
