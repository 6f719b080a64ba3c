import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { bindHealthFunctions } from '#main/database/health-functions.ts';
import { healthKeyOf, KEY_BYTES } from '#main/database/health-seal.ts';
import { SEALED_TABLES } from '#main/database/sealed-columns.ts';

/**
 * Every byte of a base and of its log as they are without the cipher, free pages included, what its rows seal under the health key opened
 * as well. `copy`: a file of its own, which is removed.
 */
export function decipheredBase(file: string, key: Uint8Array, copy: string): Buffer {
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  const driver = new Driver(copy);
  driver.pragma(`cipher='sqlcipher'`);
  driver.pragma(`key="x'${Buffer.from(key.subarray(0, KEY_BYTES)).toString('hex')}'"`);
  driver.pragma('wal_checkpoint(TRUNCATE)');
  driver.pragma('journal_mode=DELETE');
  driver.pragma(`rekey=''`);
  // As it is first: rows that are opened may be written over a free page that still holds something.
  const asItIs = readFileSync(copy);
  unsealRows(driver, key);
  driver.close();
  const opened = readFileSync(copy);
  rmSync(copy);
  return Buffer.concat([asItIs, opened]);
}

function unsealRows(driver: Driver.Database, key: Uint8Array): void {
  bindHealthFunctions(driver, healthKeyOf(key));
  for (const { table, place, columns, alike = [] } of SEALED_TABLES)
    for (const column of [...columns, ...alike])
      driver.exec(`UPDATE ${table} SET ${column} = unsealed(${column}, ${place}) WHERE is_sealed(${column})`);
}
