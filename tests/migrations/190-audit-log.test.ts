import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 190 begins an empty log, kept for a year', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  const before = MIGRATIONS.findIndex(({ number }) => number === 190);
  migrate(driver, MIGRATIONS.slice(0, before));

  migrate(driver, MIGRATIONS.slice(0, before + 1));

  const settings = driver.prepare('SELECT keep_months FROM audit_setting').all();
  const entries = driver.prepare('SELECT count(*) AS n FROM audit_entry').all();
  driver.close();
  expect({ settings, entries }).toEqual({ settings: [{ keep_months: 12 }], entries: [{ n: 0 }] });
});
