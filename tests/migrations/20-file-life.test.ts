import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '#main/database/migrate.ts';
import { foundation } from '#main/database/migrations/10-foundation.ts';
import { fileLife } from '#main/database/migrations/20-file-life.ts';
import { aFolder } from '../builders/folder.ts';

const ANSWERS = JSON.stringify({
  identification: { usageName: 'EXEMPLE' },
  candidature: { category: 'independent' },
});

it('migration 20 takes category, usage name and first clerk from the answers that are there', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  migrate(driver, [foundation]);
  driver.exec(`INSERT INTO candidate VALUES ('c', '000000000000', 'k', 0);
    INSERT INTO registration VALUES ('r', '1', 'c', 'essai', 'cap', 2027, '50022141S', 'returned', 2, 'TÉMOIN', 'Dominique', '1992-02-03', 'temoin', 'a@example.org', NULL, 5)`);
  const version = driver.prepare(`INSERT INTO registration_version VALUES ('r', ?, ?, '[]', ?, ?, 5)`);
  version.run(1, JSON.stringify({ candidature: { category: 'formerPupil' } }), 'registered', 'Agent Un');
  version.run(2, ANSWERS, 'amended', 'Agent Deux');

  migrate(driver, [foundation, fileLife]);

  const row = driver
    .prepare(
      'SELECT status, category, usage_name, created_by, status_reason, status_changed_at_ms, locked, hold_reason FROM registration',
    )
    .get();
  driver.close();
  expect(row).toEqual({
    status: 'returned',
    category: 'independent',
    usage_name: 'EXEMPLE',
    created_by: 'Agent Un',
    status_reason: null,
    status_changed_at_ms: null,
    locked: 0,
    hold_reason: null,
  });
});
