import Driver from 'better-sqlite3';
import { GuichetError } from '#shared/errors.ts';
import { bindResealing } from './health-functions.ts';
import { healthKeyOf } from './health-seal.ts';
import { healthCheckOf, resealingSql } from './seal-base.ts';
import { translate } from './translate.ts';
import { changeKeyOf, unlock } from './unlock.ts';

/** No program that looks at versions opens a base of this one. */
const NO_VERSION = 2_000_000_000;

export interface HeldBase {
  /** After this, a program that waited for the base refuses it instead of writing where nobody looks. */
  abandon(): void;
  release(): void;
}

/**
 * Copies a base into a new file under other keys, of the base and of what is sealed in it. The base itself is not changed, and stays held until `release`, so that nothing is
 * written to it which the copy has not. Throws `station-in-use` while another program has it open, `disk-full`, `database-damaged`.
 */
export function copyUnderKey(
  file: string,
  target: string,
  keys: { from: Uint8Array; to: Uint8Array },
): HeldBase {
  const driver = new Driver(file, { timeout: 1000 });
  try {
    unlock(driver, keys.from);
    hold(driver);
    driver.prepare('VACUUM INTO ?').run(target);
    changeKey(target, keys);
  } catch (error) {
    driver.close();
    throw translate(error);
  }
  return {
    abandon: () => void driver.pragma(`user_version=${NO_VERSION}`),
    release: () => void driver.close(),
  };
}

/** The write-ahead log can only be left by the one program that has the base open. */
function hold(driver: Driver.Database): void {
  try {
    driver.pragma('locking_mode=EXCLUSIVE');
    if (driver.pragma('journal_mode=DELETE', { simple: true }) !== 'delete')
      throw new GuichetError('station-in-use');
    driver.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (error instanceof Driver.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new GuichetError('station-in-use', { cause: error });
    throw error;
  }
}

/** What tells of health gets another key with the base: who once had the former reads nothing that is newer. */
function reseal(driver: Driver.Database, keys: { from: Uint8Array; to: Uint8Array }): void {
  const [from, to] = [healthKeyOf(keys.from), healthKeyOf(keys.to)];
  if (!from || !to) return;
  bindResealing(driver, from, to);
  driver
    .transaction(() => {
      for (const sql of resealingSql()) driver.prepare(sql).run();
      driver
        .prepare('UPDATE station SET health_check = ? WHERE health_check IS NOT NULL')
        .run(healthCheckOf(to));
    })
    .immediate();
}

function changeKey(file: string, keys: { from: Uint8Array; to: Uint8Array }): void {
  const driver = new Driver(file);
  try {
    unlock(driver, keys.from);
    driver.pragma('journal_mode=DELETE');
    driver.pragma('synchronous=FULL');
    reseal(driver, keys);
    changeKeyOf(driver, keys.to);
  } finally {
    driver.close();
  }
}
