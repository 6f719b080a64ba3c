import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrate.ts';
import { aFolder } from '../builders/folder.ts';

const reading = {
  file: 'retour.jpg',
  page: 3,
  status: 'matched',
  registrationNumber: '232701000000101',
  sheetPages: 2,
  signature: { state: 'present' },
  date: { state: 'absent' },
  needsReview: true,
  marks: [
    { ink: 'red', fields: ['identification.phone'] },
    { ink: 'blue', fields: [] },
    { ink: 'red', fields: [] },
  ],
};

it('migration 110 makes a stack of the pages read together, and takes out of each reading what a queue shows', () => {
  const driver = new Driver(join(aFolder(), 'guichet.db'));
  const before = MIGRATIONS.findIndex(({ number }) => number === 110);
  migrate(driver, MIGRATIONS.slice(0, before));
  driver.exec(
    `INSERT INTO stored_file (id, sha256, size, media_type, data_key, stored_at_ms) VALUES ('f', 'abc', 3, 'image/jpeg', x'00', 0)`,
  );
  const insert = driver.prepare(
    `INSERT INTO returned_page (id, stack_id, rank, reading, source_file_id, decision, read_at_ms) VALUES (?, 's', 2, ?, 'f', 'pending', ?)`,
  );
  insert.run('p', JSON.stringify(reading), 70);
  insert.run('q', '{}', 60);

  migrate(driver);

  const stacks = driver.prepare('SELECT * FROM return_stack').all();
  const pages = driver
    .prepare(
      `SELECT id, file, file_page, status, registration_number, sheet_pages, signature, dated, needs_review, mark_count, red_marks,
         unattached_marks, made_version, question FROM returned_page ORDER BY id`,
    )
    .all();
  driver.close();
  const unknown = { made_version: null, question: null };
  expect({ stacks, pages }).toEqual({
    stacks: [{ id: 's', read_at_ms: 60, read_by: null }],
    pages: [
      {
        id: 'p',
        file: 'retour.jpg',
        file_page: 3,
        status: 'matched',
        registration_number: '232701000000101',
        sheet_pages: 2,
        signature: 'present',
        dated: 'absent',
        needs_review: 1,
        mark_count: 3,
        red_marks: 2,
        unattached_marks: 2,
        ...unknown,
      },
      {
        id: 'q',
        file: '',
        file_page: 1,
        status: 'unreadable',
        registration_number: null,
        sheet_pages: null,
        signature: null,
        dated: null,
        needs_review: 1,
        mark_count: 0,
        red_marks: 0,
        unattached_marks: 0,
        ...unknown,
      },
    ],
  });
});
