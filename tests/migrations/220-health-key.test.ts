import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

it('migration 220 leaves every answer as it is, to be sealed by a clerk who may read it, and keeps no reason by itself any more', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  migrate(
    driver,
    MIGRATIONS.filter(({ number }) => number < 220),
  );
  driver.exec(`INSERT INTO candidate VALUES ('c', '1', 'k', 1);
    INSERT INTO registration (id, registration_number, candidate_id, campaign_id, exam, exam_year, specialty_code, status, version,
      birth_name, given_names, birth_date, search_name, email, created_at_ms, counter_reason)
    VALUES ('r', '1', 'c', 'k', 'cap', 2027, '1', 'awaitingReturn', 1, 'TÉMOIN', 'Dominique', '2000-01-01', 'temoin', '', 1, 'help');`);

  migrate(driver);
  driver.exec(`INSERT INTO registration_version VALUES ('r', 1, '~1:sealed', '[]', 'registered', 'a', 1)`);

  const row = driver
    .prepare('SELECT counter_reason, sealed_reason, answers FROM registration, registration_version')
    .get();
  driver.close();
  expect(row).toEqual({ counter_reason: 'help', sealed_reason: '', answers: '~1:sealed' });
});
