import Driver from 'better-sqlite3';
import { GuichetError } from '#shared/errors.ts';
import { passing } from '#shared/fault-points.ts';
import { migrate } from './migrate.ts';
import type { Row, SqlValue, WritableDatabase } from './types.ts';

export interface OpenDatabase extends WritableDatabase {
  /** Copies the whole base into a new encrypted file (the driver's online backup does not work on an encrypted base). */
  copyTo(file: string): void;
  close(): void;
}

/**
 * Opens an encrypted base (created when absent) and brings it to the last version.
 * Throws GuichetError `database-damaged` when the key or the file is wrong.
 */
export function openDatabase(file: string, key: Uint8Array): OpenDatabase {
  const driver = new Driver(file);
  try {
    configure(driver, key);
    migrate(driver);
  } catch (error) {
    driver.close();
    throw translate(error);
  }
  return wrap(driver);
}

/** All pragmas, at every open: the driver's build would default WAL to synchronous=NORMAL, which loses acknowledged rows. */
function configure(driver: Driver.Database, key: Uint8Array): void {
  driver.pragma(`cipher='sqlcipher'`);
  driver.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  driver.pragma('journal_mode=WAL');
  driver.pragma('synchronous=FULL');
  // Temporary files of this build are not encrypted.
  driver.pragma('temp_store=MEMORY');
  // What is deleted is overwritten: a purged name must not be left in a free page of the file.
  driver.pragma('secure_delete=ON');
  driver.pragma('foreign_keys=ON');
  driver.pragma('busy_timeout=5000');
  // 64 MiB of pages already decrypted: over 300,000 registrations, a search must not decrypt the same ones at each key, nor
  // the figures the indexes they are counted from.
  driver.pragma('cache_size=-65536');
  // 16 MiB of log before it is copied into the base: the pages that every registration touches are then copied once for many.
  driver.pragma('wal_autocheckpoint=4000');
}

function wrap(driver: Driver.Database): OpenDatabase {
  const statements = new Map<string, Driver.Statement<SqlValue[], Row>>();
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = driver.prepare<SqlValue[], Row>(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw translate(error);
    }
  };
  return {
    get: (sql, ...values) => guard(() => prepare(sql).get(...values)),
    all: (sql, ...values) => guard(() => prepare(sql).all(...values)),
    each: (sql, ...values) => guard(() => driver.prepare<SqlValue[], Row>(sql).iterate(...values)),
    run: (sql, ...values) => guard(() => prepare(sql).run(...values).changes),
    transaction: (work) =>
      guard(() => {
        const result = driver
          .transaction(() => {
            const made = work();
            passing('save.before_commit');
            return made;
          })
          .immediate();
        passing('save.after_commit');
        return result;
      }),
    copyTo: (target) => guard(() => void driver.prepare('VACUUM INTO ?').run(target)),
    close: () => void driver.close(),
  };
}

/** SQLite's own failures in our words; anything else passes through. */
function translate(error: unknown): unknown {
  if (!(error instanceof Driver.SqliteError)) return error;
  if (error.code === 'SQLITE_FULL') return new GuichetError('disk-full', { cause: error });
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB') {
    return new GuichetError('database-damaged', { cause: error });
  }
  return error;
}
