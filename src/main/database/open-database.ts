import Driver from 'better-sqlite3';
import { passing } from '#shared/fault-points.ts';
import { migrate, needsMigration } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { translate } from './translate.ts';
import type { Row, SqlValue, WritableDatabase } from './types.ts';
import { unlock } from './unlock.ts';

export interface OpenDatabase extends WritableDatabase {
  /** Copies the whole base into a new encrypted file (the driver's online backup does not work on an encrypted base). */
  copyTo(file: string): void;
  /**
   * After each commit says how many pages of the write-ahead log are not in the base yet, to whoever copies them instead of the commit that
   * made them many. Nobody: commits copy again.
   */
  watchLog(watch: ((pages: number) => void) | undefined): void;
  close(): void;
}

/**
 * Opens an encrypted base (created when absent) and brings it to the last version; `beforeMigrating` is called first where a base that
 * holds something is about to change. Throws GuichetError `database-damaged` when the key or the file is wrong, `disk-full`.
 */
export function openDatabase(
  file: string,
  key: Uint8Array,
  options: { beforeMigrating?: (database: OpenDatabase) => void } = {},
): OpenDatabase {
  const driver = new Driver(file);
  try {
    configure(driver, key);
    const database = wrap(driver);
    const version = Number(driver.pragma('user_version', { simple: true }));
    if (version > 0 && needsMigration(version)) options.beforeMigrating?.(database);
    migrate(driver);
    return database;
  } catch (error) {
    driver.close();
    throw translate(error);
  }
}

/**
 * Opens a base as it is, to read it and never to change a byte of it: a copy to check, a damaged one to save rows from. It must have no
 * write-ahead log beside it.
 */
export function openToRead(file: string, key: Uint8Array): OpenDatabase {
  const driver = new Driver(file, { readonly: true, fileMustExist: true });
  try {
    unlock(driver, key);
    // The first page is read here: a wrong key is told at once.
    driver.pragma('user_version');
    return wrap(driver);
  } catch (error) {
    driver.close();
    throw translate(error);
  }
}

/** All pragmas, at every open: the driver's build would default WAL to synchronous=NORMAL, which loses acknowledged rows. */
function configure(driver: Driver.Database, key: Uint8Array): void {
  unlock(driver, key);
  driver.pragma('journal_mode=WAL');
  driver.pragma('synchronous=FULL');
  // What is deleted is overwritten: a purged name must not be left in a free page of the file.
  driver.pragma('secure_delete=ON');
  driver.pragma('foreign_keys=ON');
  driver.pragma('busy_timeout=5000');
  // 64 MiB of pages already decrypted: over 300,000 registrations, a search must not decrypt the same ones at each key, nor
  // the figures the indexes they are counted from.
  driver.pragma('cache_size=-65536');
  driver.pragma(`wal_autocheckpoint=${LOG_PAGES}`);
}

/** 16 MiB of log before it is copied into the base: the pages that every registration touches are then copied once for many. */
const LOG_PAGES = 4000;
/** Where somebody else copies it: should he be late, the log still ends. */
const LONGEST_LOG_PAGES = 16_000;

/** Who is told of the log after each commit. */
function logWatch(driver: Driver.Database) {
  let watching: ((pages: number) => void) | undefined;
  const watch = (next: typeof watching) => {
    watching = next;
    driver.pragma(`wal_autocheckpoint=${next ? LONGEST_LOG_PAGES : LOG_PAGES}`);
  };
  return {
    watch,
    /** What was committed is committed: a thread that cannot be started is no failure of it. */
    committed() {
      if (!watching || driver.inTransaction) return;
      try {
        watching(uncopiedPages(driver));
      } catch {
        watch(undefined);
      }
    },
  };
}

function uncopiedPages(driver: Driver.Database): number {
  const [row] = driver.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
  return row ? row.log - row.checkpointed : 0;
}

/**
 * Opens a copy of a base that is being repaired: brought to one version and no further, without references being enforced, for rows may
 * come in any order. Throws `database-damaged`.
 */
export function openForRepair(file: string, key: Uint8Array, migrateTo?: number): OpenDatabase {
  const driver = new Driver(file);
  try {
    configure(driver, key);
    driver.pragma('foreign_keys=OFF');
    if (migrateTo !== undefined)
      migrate(
        driver,
        MIGRATIONS.filter(({ number }) => number <= migrateTo),
      );
    // The first page is read here: what cannot be read at all is told at once.
    driver.pragma('user_version');
    return wrap(driver);
  } catch (error) {
    driver.close();
    throw translate(error);
  }
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
  const log = logWatch(driver);
  return {
    get: (sql, ...values) => guard(() => prepare(sql).get(...values)),
    all: (sql, ...values) => guard(() => prepare(sql).all(...values)),
    *each(sql, ...values) {
      try {
        yield* driver.prepare<SqlValue[], Row>(sql).iterate(...values);
      } catch (error) {
        throw translate(error);
      }
    },
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
        log.committed();
        return result;
      }),
    watchLog: log.watch,
    copyTo: (target) => guard(() => void driver.prepare('VACUUM INTO ?').run(target)),
    close: () => void driver.close(),
  };
}
