import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import { copyUnderKey } from '#main/database/rekey-copy.ts';
import { openToRead } from '#main/database/open-database.ts';
import { writeHeader, type StationHeader } from '#main/vault/station-header.ts';
import { DATABASE_FILE, HEADER_FILE, SNAPSHOTS_FOLDER, stampOf } from './data-folder.ts';
import { proveBase } from './prove-base.ts';
import { abandonReplacement, beginReplacement, replaceInPlace } from './replace-in-place.ts';

interface RekeyOrder {
  folder: string;
  keys: { from: Uint8Array; to: Uint8Array };
  /** Whose slots open the new key. */
  header: StationHeader;
  nowMs: number;
}

/**
 * Puts the same base, under another key, in the place of the closed one, with the header that opens it: both or neither. What the former
 * key opens in this folder, the former base and its snapshots, is removed. Throws `station-in-use`, `disk-full`, `database-damaged`; nothing
 * has changed then.
 */
export function rekeyBase({ folder, keys, header, nowMs }: RekeyOrder): void {
  const making = beginReplacement(folder);
  try {
    const held = copyUnderKey(join(folder, DATABASE_FILE), join(making, DATABASE_FILE), keys);
    try {
      requireSound(join(making, DATABASE_FILE), keys.to);
      writeHeader(making, header);
      // Windows renames no file that is open; elsewhere nobody else may come in between.
      if (process.platform === 'win32') held.release();
      const keptIn = replaceInPlace(folder, stampOf(nowMs), [DATABASE_FILE, HEADER_FILE], [SNAPSHOTS_FOLDER]);
      if (process.platform !== 'win32') held.abandon();
      rmSync(join(folder, keptIn), { recursive: true, force: true });
    } finally {
      held.release();
    }
  } catch (error) {
    abandonReplacement(folder);
    throw error;
  }
}

function requireSound(file: string, key: Uint8Array): void {
  const base = openToRead(file, key);
  try {
    const { faults } = proveBase(base);
    if (faults.some(({ what }) => what !== 'brokenChain')) throw new GuichetError('database-damaged');
  } finally {
    base.close();
  }
}
