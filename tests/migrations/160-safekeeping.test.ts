import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { openBase } from '#main/safekeeping/open-base.ts';
import { listSnapshots } from '#main/safekeeping/snapshot-store.ts';
import { aClock } from '../builders/clock.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';

it('a base of an older program is copied as it is before it changes', () => {
  const folder = aFolder();
  const key = aKey();
  const old = new Driver(join(folder, 'guichet.db'));
  old.pragma(`cipher='sqlcipher'`);
  old.pragma(`key="x'${Buffer.from(key.subarray(0, 32)).toString('hex')}'"`);
  migrate(
    old,
    MIGRATIONS.filter(({ number }) => number < 160),
  );
  old.close();
  const base = openBase({ folder, key, clock: aClock() });
  const hours = base.get('SELECT every_hours FROM safekeeping_setting');
  base.close();
  const snapshots = join(folder, 'snapshots');
  expect([
    hours,
    listSnapshots(snapshots).map(({ kind }) => kind),
    existsSync(join(folder, 'damaged')),
  ]).toEqual([{ every_hours: 4 }, ['beforeMigration'], false]);
  expect(readdirSync(snapshots).length).toBe(2);
});
