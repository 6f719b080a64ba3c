import type Driver from 'better-sqlite3';

/** To be done first of all on a connection; the first page that is read tells whether the key was right. */
export function unlock(driver: Driver.Database, key: Uint8Array): void {
  driver.pragma(`cipher='sqlcipher'`);
  driver.pragma(keyPragma('key', key));
  // Temporary files of this build are not encrypted.
  driver.pragma('temp_store=MEMORY');
}

/** The raw key, without derivation: it is random already. */
export function keyPragma(pragma: 'key' | 'rekey', key: Uint8Array): string {
  return `${pragma}="x'${Buffer.from(key).toString('hex')}'"`;
}
