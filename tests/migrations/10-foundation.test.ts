import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { foundation } from '#main/database/migrations/10-foundation.ts';
import { migrate } from '#main/database/migrate.ts';
import { openDatabase } from '#main/database/open-database.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';

/** Opens an encrypted base as an older program would leave it. */
function rawBase(file: string, key: Uint8Array): Driver.Database {
  const driver = new Driver(file);
  driver.pragma(`cipher='sqlcipher'`);
  driver.pragma(`key="x'${Buffer.from(key.subarray(0, 32)).toString('hex')}'"`);
  return driver;
}

describe('migration 10, foundation', () => {
  it('turns an empty base into one with every table, STRICT, and its number', () => {
    const driver = rawBase(join(aFolder(), 'guichet.db'), aKey());
    migrate(driver, [foundation]);
    const tables = driver
      .prepare<[], { name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .all();
    const version = driver.pragma('user_version', { simple: true });
    driver.close();
    expect({
      version,
      loose: tables.filter((table) => table.strict !== 1),
      names: tables.map((table) => table.name),
    }).toEqual({
      version: 10,
      loose: [],
      names: [
        'agent',
        'campaign',
        'candidate',
        'central_server',
        'confirmation',
        'draft',
        'outbox_blob',
        'outbox_op',
        'receipt',
        'registration',
        'registration_version',
        'returned_page',
        'station',
        'stored_file',
      ],
    });
  });

  it('leaves a base of a newer program alone', () => {
    const file = join(aFolder(), 'guichet.db');
    const key = aKey();
    const driver = rawBase(file, key);
    driver.pragma('user_version=990');
    driver.close();
    expect(() => openDatabase(file, key)).toThrow('newer program');
  });
});
