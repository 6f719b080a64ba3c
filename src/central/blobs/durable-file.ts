import fs, { closeSync, constants, openSync } from 'node:fs';
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
  // Windows cannot open a folder to sync it; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const file = openSync(folder, constants.O_RDONLY);
  try {
    await sync(file);
  } finally {
    closeSync(file);
  }
}

/** Each step that waits costs a turn of the thread, in which a busy centre does much else: closing what was written does not wait. */
export async function withFile(
  path: string,
  flags: number,
  work: (file: number) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
  } finally {
    closeSync(file);
  }
}
