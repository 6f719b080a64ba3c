import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { GuichetError } from '#shared/errors.ts';

/** `statfs` types of file systems that another machine holds: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P (man 2 statfs). */
const NETWORK_TYPES = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997];

/**
 * A base on a share is written by whoever opens it, with locks that the share may not keep and a log in memory that it cannot share:
 * two counters would damage it. Throws `folder-on-network`. On Windows a drive letter of a share is not told from a disk.
 */
export function requireLocalFolder(folder: string): void {
  const cause = networkOf(resolve(folder), typeOf(folder));
  if (cause !== undefined) throw new GuichetError('folder-on-network', { detail: { cause } });
}

/** What says that a folder is on a share: its name, or the type of its file system; undefined where nothing does. */
export function networkOf(folder: string, type: number): string | undefined {
  if (/^\\\\[^\\?.]/.test(folder)) return 'UNC';
  return NETWORK_TYPES.includes(type >>> 0) ? `0x${(type >>> 0).toString(16)}` : undefined;
}

/** Of the folder, or of the one it would be made in. */
function typeOf(folder: string): number {
  const path = resolve(folder);
  if (!existsSync(path) && dirname(path) !== path) return typeOf(dirname(path));
  try {
    return statfsSync(path).type;
  } catch {
    // A disk that does not say what it is: opening it will tell.
    return 0;
  }
}
