import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 100 keeps the registrations, and takes requests for accounts of the portal', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  const before = MIGRATIONS.findIndex(({ number }) => number === 100);
  migrate(driver, MIGRATIONS.slice(0, before));
  driver.exec(`INSERT INTO candidate VALUES ('c', '000000000000', 'k', 0);
    INSERT INTO registration (id, registration_number, candidate_id, campaign_id, exam, exam_year, specialty_code, status,
      version, birth_name, given_names, birth_date, search_name, email, created_at_ms)
    VALUES ('r', '1', 'c', 'essai', 'cap', 2027, '50022141S', 'returned', 1, 'TÉMOIN', 'Dominique', '1992-02-03', 'temoin', 'a@example.org', 5)`);

  migrate(driver);

  driver.exec(`INSERT INTO portal_request (id, registration_id, candidate_number, email, agent, asked_at_ms, state)
    VALUES ('p', 'r', '000000000000', 'a@example.org', 'Agent Essai', 6, 'toSend')`);
  const rows = driver
    .prepare(
      'SELECT registration_number, p.* FROM portal_request p JOIN registration r ON r.id = registration_id',
    )
    .all();
  driver.close();
  expect(rows).toEqual([
    {
      registration_number: '1',
      id: 'p',
      registration_id: 'r',
      candidate_number: '000000000000',
      email: 'a@example.org',
      agent: 'Agent Essai',
      asked_at_ms: 6,
      state: 'toSend',
      reason: null,
      activate_before_ms: null,
    },
  ]);
});
