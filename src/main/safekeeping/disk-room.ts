import { statfsSync } from 'node:fs';

/**
 * Below this only what is small is still taken: registrations, corrections, decisions and their ops, for months. Papers wait: a stack of
 * them would leave no room for the registration of whoever stands at the counter.
 */
const FLOOR_BYTES = 500_000_000;

/** False where the system does not say. */
export function isDiskLow(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < FLOOR_BYTES;
  } catch {
    return false;
  }
}
