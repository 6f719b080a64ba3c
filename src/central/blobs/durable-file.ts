import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { passing } from '#shared/fault-points.ts';

export const FURTHER = constants.O_WRONLY | constants.O_CREAT;
export const FROM_NOTHING = FURTHER | constants.O_TRUNC;
export const ONLY_NEW = FURTHER | constants.O_EXCL;

/** The bytes are on the disk when this resolves. */
export function syncFile(file: FileHandle): Promise<void> {
  passing('centre.blob_before_sync');
  return file.sync();
}

/** A full disk may take a part of the bytes before it refuses the rest. */
export async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder to sync it; NTFS journals the rename itself.
  if (process.platform !== 'win32') await withFile(folder, constants.O_RDONLY, (handle) => handle.sync());
}

export async function withFile(
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
