import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '#main/database/migrate.ts';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { aFolder } from '../builders/folder.ts';

const DECIDED_AT_MS = Date.parse('2026-11-24T10:00:00Z');
const BEFORE = MIGRATIONS.filter(({ number }) => number < 50);
const NOW = MIGRATIONS.filter(({ number }) => number <= 50);

it('migration 50 keeps the signed confirmation of each file that was returned', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  migrate(driver, BEFORE);
  driver.exec(`INSERT INTO candidate (id, candidate_number, identity_key, created_at_ms) VALUES ('c', '000000000000', 'k', 0);
    INSERT INTO stored_file VALUES ('f', 'abc', 1, 'image/jpeg', x'00', 0);`);
  const registration = driver.prepare(
    `INSERT INTO registration (id, registration_number, candidate_id, campaign_id, exam, exam_year, specialty_code, status, version,
       birth_name, given_names, birth_date, search_name, email, created_at_ms)
     VALUES (?, ?, 'c', 'essai', 'cap', 2027, '50022141S', ?, 2, 'TÉMOIN', 'Dominique', '1992-02-03', 'temoin', 'a@example.org', 5)`,
  );
  registration.run('back', '1', 'returned');
  registration.run('awaited', '2', 'awaitingReturn');
  driver
    .prepare(
      `INSERT INTO returned_page (id, stack_id, rank, reading, registration_id, version, source_file_id, decision, decided_by, decided_at_ms, read_at_ms)
       VALUES ('p', 's', 0, '{}', 'back', 2, 'f', 'accepted', 'agent.essai', ?, 0)`,
    )
    .run(DECIDED_AT_MS);

  migrate(driver, NOW);

  const rows = driver.prepare('SELECT * FROM confirmation_return').all();
  driver.close();
  expect(rows).toEqual([
    {
      id: 'before-50-back',
      registration_id: 'back',
      version: 2,
      modality: 'counter',
      postmarked_on: null,
      received_on: '2026-11-24',
      signed: 1,
      dated: 1,
      verdict: 'unknown',
      ground: 'noDeadline',
      deadline: null,
      unforeseen_modality: 0,
      page_id: 'p',
      admitted_reason: null,
      agent: 'agent.essai',
      recorded_at_ms: DECIDED_AT_MS,
    },
  ]);
});
