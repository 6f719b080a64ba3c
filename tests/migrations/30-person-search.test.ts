import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '#main/database/migrate.ts';
import { foundation } from '#main/database/migrations/10-foundation.ts';
import { fileLife } from '#main/database/migrations/20-file-life.ts';
import { personSearch } from '#main/database/migrations/30-person-search.ts';
import { aFolder } from '../builders/folder.ts';

const ANSWERS = JSON.stringify({ identification: { phone: '06 00.00-00 01', ministryNumber: '0332 a1' } });

/** A base of version 20 with one registration, brought to version 30. */
function migratedBase(): Driver.Database {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  driver.pragma('foreign_keys = ON');
  migrate(driver, [foundation, fileLife]);
  driver.exec(`INSERT INTO candidate VALUES ('c', '000000000000', 'sørensen|dominique|1992-02-03', 0);
    INSERT INTO registration (id, registration_number, candidate_id, campaign_id, exam, exam_year, specialty_code, status, version,
      birth_name, given_names, birth_date, search_name, email, created_at_ms)
    VALUES ('r', '1', 'c', 'essai', 'cap', 2027, '50022141S', 'returned', 1, 'SØRENSEN', 'Dominique', '1992-02-03',
      'sørensen dominique', 'a@example.org', 5);
    INSERT INTO registration_version VALUES ('r', 1, '${ANSWERS}', '[]', 'registered', 'Agent Un', 5)`);
  migrate(driver, [foundation, fileLife, personSearch]);
  return driver;
}

function found(driver: Driver.Database, words: string): unknown[] {
  return driver
    .prepare(
      'SELECT registration_id AS id FROM name_index n JOIN name_entry e ON e.id = n.rowid WHERE name_index MATCH ?',
    )
    .all(words);
}

describe('migration 30', () => {
  it('makes the people who are there findable by name, telephone and old number', () => {
    const driver = migratedBase();
    const row = driver.prepare('SELECT search_name, phone, ministry_number FROM registration').get();
    const words = driver.prepare('SELECT word FROM name_word').all();
    const key = driver.prepare('SELECT identity_key FROM candidate').get();
    expect({ row, words, key, found: found(driver, 'sor*') }).toEqual({
      row: { search_name: 'sorensen dominique', phone: '+33600000001', ministry_number: '0332A1' },
      words: [{ word: 'dominique' }, { word: 'sorensen' }],
      key: { identity_key: 'sorensen|dominique|1992-02-03' },
      found: [{ id: 'r' }],
    });
    driver.close();
  });

  it('follows a name that changes and a registration that goes', () => {
    const driver = migratedBase();
    driver.exec(`UPDATE registration SET search_name = 'temoin dominique'`);
    const renamed = [found(driver, 'sorensen'), found(driver, 'temoin')];
    driver.exec('DELETE FROM registration_version; DELETE FROM registration');
    expect({ renamed, gone: found(driver, 'temoin') }).toEqual({ renamed: [[], [{ id: 'r' }]], gone: [] });
    driver.close();
  });
});
