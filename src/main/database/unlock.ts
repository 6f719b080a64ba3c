import type Driver from 'better-sqlite3';
import { bindHealthFunctions } from './health-functions.ts';
import { healthKeyOf, KEY_BYTES } from './health-seal.ts';

/**
 * `key`: the key of the base and, where it was given, the health key after it (`health-seal.ts`). To be done first of all on a connection; the first
 * page that is read tells whether the key was right.
 */
export function unlock(driver: Driver.Database, key: Uint8Array): void {
  driver.pragma(`cipher='sqlcipher'`);
  withWrittenKey(key, (written) => void driver.key(written));
  // Temporary files of this build are not encrypted.
  driver.pragma('temp_store=MEMORY');
  bindHealthFunctions(driver, healthKeyOf(key));
}

export function changeKeyOf(driver: Driver.Database, key: Uint8Array): void {
  withWrittenKey(key, (written) => void driver.rekey(written));
}

const DIGITS = Buffer.from('0123456789abcdef');

/**
 * The raw key as the cipher reads it, `x'…'`: it is random already, and is not derived again. In bytes that are overwritten afterwards: a
 * string would stay in memory for as long as it pleases.
 */
function withWrittenKey(key: Uint8Array, work: (written: Buffer) => void): void {
  const databaseKey = key.subarray(0, KEY_BYTES);
  const written = Buffer.alloc(databaseKey.length * 2 + 3);
  written.write(`x'`);
  databaseKey.forEach((byte, index) => {
    written[2 + 2 * index] = DIGITS[byte >> 4] ?? 0;
    written[3 + 2 * index] = DIGITS[byte & 15] ?? 0;
  });
  written.write(`'`, written.length - 1);
  try {
    work(written);
  } finally {
    written.fill(0);
  }
}
