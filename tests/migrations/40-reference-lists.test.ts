import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '#main/database/migrate.ts';
import { foundation } from '#main/database/migrations/10-foundation.ts';
import { fileLife } from '#main/database/migrations/20-file-life.ts';
import { referenceLists } from '#main/database/migrations/40-reference-lists.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 40 leaves campaigns alone and gives a place to official lists, each entry once', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  migrate(driver, [foundation, fileLife]);
  driver.exec(`INSERT INTO campaign VALUES ('essai', '{}', 1, 'agent.essai')`);

  migrate(driver, [foundation, fileLife, referenceLists]);

  const insert = driver.prepare(`INSERT INTO reference_entry VALUES ('countries', 'FR', ?)`);
  insert.run('{}');
  expect(() => insert.run('{}')).toThrow('UNIQUE');
  const state = {
    campaigns: driver.prepare('SELECT id FROM campaign').all(),
    imports: driver.prepare('SELECT * FROM reference_import').all(),
    entries: driver.prepare('SELECT * FROM reference_entry').all(),
  };
  driver.close();
  expect(state).toEqual({
    campaigns: [{ id: 'essai' }],
    imports: [],
    entries: [{ kind: 'countries', code: 'FR', content: '{}' }],
  });
});
