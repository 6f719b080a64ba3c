import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '#main/database/migrate.ts';
import { foundation } from '#main/database/migrations/10-foundation.ts';
import { lettersAndSlips } from '#main/database/migrations/60-letters-and-slips.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 60 takes the campaigns that are in force as the first ones of their history', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  migrate(driver, [foundation]);
  driver.exec(`INSERT INTO campaign VALUES ('essai-2027', '{"id":"essai-2027"}', 7, 'agent.essai')`);

  migrate(driver, [foundation, lettersAndSlips]);

  const rows = driver.prepare('SELECT * FROM campaign_import').all();
  driver.close();
  expect(rows).toEqual([
    {
      id: 'before-60-essai-2027',
      campaign_id: 'essai-2027',
      content: '{"id":"essai-2027"}',
      imported_at_ms: 7,
      imported_by: 'agent.essai',
    },
  ]);
});

it('migration 60 lets a file that is eliminated go with its letters and its lines on slips', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  driver.pragma('foreign_keys = ON');
  migrate(driver, [foundation, lettersAndSlips]);
  driver.exec(`INSERT INTO candidate VALUES ('c', '000000000000', 'k', 0);
    INSERT INTO registration VALUES ('r', '1', 'c', 'essai', 'cap', 2027, '50022141S', 'returned', 1, 'TÉMOIN', 'Dominique', '1992-02-03', 'temoin', 'a@example.org', NULL, 5);
    INSERT INTO stored_file VALUES ('f', 'x', 1, 'application/pdf', x'00', 0);
    INSERT INTO letter VALUES ('l', 'r', 1, 'reminder', 1, 'f', 0, 'agent.essai');
    INSERT INTO transmittal_slip VALUES ('s', 1, 'BT-5000-0001', 'essai', 'services', 'Services', 1, 'f', 0, 'agent.essai');
    INSERT INTO transmittal_slip_entry VALUES ('r', 1, 's');
    DELETE FROM registration WHERE id = 'r'`);

  const left = ['letter', 'transmittal_slip', 'transmittal_slip_entry'].map(
    (table) => driver.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n,
  );
  driver.close();
  expect(left).toEqual([0, 1, 0]);
});
