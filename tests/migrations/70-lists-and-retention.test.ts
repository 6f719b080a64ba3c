import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

const REGISTRATION = `INSERT INTO registration (id, registration_number, candidate_id, campaign_id, exam, exam_year, specialty_code, status,
  version, birth_name, given_names, birth_date, search_name, email, created_at_ms)
  VALUES (?, ?, 'c', 'essai', 'cap', 2027, '50022141S', 'returned', ?, 'TÉMOIN', 'Dominique', '1992-02-03', 'temoin', 'a@example.org', 5)`;
const VERSION = `INSERT INTO registration_version VALUES (?, ?, ?, '[]', 'registered', 'Agent Essai', 5)`;

it('migration 70 takes the reason for coming from the last answers, and keeps it in step afterwards', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  migrate(
    driver,
    MIGRATIONS.filter(({ number }) => number < 70),
  );
  const answers = (counterReason?: string) => JSON.stringify({ candidature: { counterReason } });
  driver.exec(`INSERT INTO candidate VALUES ('c', '000000000000', 'k', 0)`);
  driver.prepare(REGISTRATION).run('before', '1', 2);
  driver.prepare(VERSION).run('before', 1, answers('help'));
  driver.prepare(VERSION).run('before', 2, answers('annex'));

  // Up to the migration that leaves it to who writes the answers.
  migrate(
    driver,
    MIGRATIONS.filter(({ number }) => number < 220),
  );

  driver.prepare(REGISTRATION).run('after', '2', 1);
  driver.prepare(VERSION).run('after', 1, answers('noInternet'));
  driver.prepare(REGISTRATION).run('changed', '3', 1);
  driver.prepare(VERSION).run('changed', 1, answers('other'));
  driver.prepare(VERSION).run('changed', 2, answers());
  const rows = driver.prepare('SELECT id, counter_reason FROM registration ORDER BY id').all();
  driver.close();
  expect(rows).toEqual([
    { id: 'after', counter_reason: 'noInternet' },
    { id: 'before', counter_reason: 'annex' },
    { id: 'changed', counter_reason: '' },
  ]);
});
