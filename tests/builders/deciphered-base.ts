import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import Driver from 'better-sqlite3';

/** Every byte of a base and of its log as they are without the cipher, free pages included. `copy`: a file of its own, which is removed. */
export function decipheredBase(file: string, key: Uint8Array, copy: string): Buffer {
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  const driver = new Driver(copy);
  driver.pragma(`cipher='sqlcipher'`);
  driver.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  driver.pragma('wal_checkpoint(TRUNCATE)');
  driver.pragma('journal_mode=DELETE');
  driver.pragma(`rekey=''`);
  driver.close();
  const bytes = readFileSync(copy);
  rmSync(copy);
  return bytes;
}
