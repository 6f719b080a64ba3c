import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 140 keeps the registrations and the centre, and takes what other counters do', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  const before = MIGRATIONS.findIndex(({ number }) => number === 140);
  migrate(driver, MIGRATIONS.slice(0, before));
  driver.exec(`INSERT INTO candidate VALUES ('c', '000000000000', 'k', 0);
    INSERT INTO registration (id, registration_number, candidate_id, campaign_id, exam, exam_year, specialty_code, status,
      version, birth_name, given_names, birth_date, search_name, email, created_at_ms)
    VALUES ('r', '1', 'c', 'essai', 'cap', 2027, '50022141S', 'returned', 2, 'TÉMOIN', 'Dominique', '1992-02-03', 'temoin', 'a@example.org', 5);
    INSERT INTO central_server (id, url, key_id, public_key, epoch, enrolled_at_ms) VALUES (1, 'http://x', 'k', x'00', 'e', 0)`);

  migrate(driver);

  driver.exec(`INSERT INTO conflict (op_id, record_id, reason, paths, changes, agent, station, captured_at_ms)
    VALUES ('o', 'r', 'value-differs', '[]', '[]', 'Agent Essai', 'Guichet 2', 6)`);
  const row = driver
    .prepare(
      `SELECT r.registration_number, r.version, r.centre_version, r.registered_at, s.url, s.changes_cursor, k.station, k.decided_by
       FROM registration r, central_server s, conflict k`,
    )
    .get();
  driver.close();
  expect(row).toEqual({
    registration_number: '1',
    version: 2,
    centre_version: null,
    registered_at: null,
    url: 'http://x',
    changes_cursor: null,
    station: 'Guichet 2',
    decided_by: null,
  });
});
