import { expect, it, onTestFinished } from 'vitest';
import { usePostgres } from '../../../tests/builders/central.ts';
import { openDatabase } from './database.ts';
import { insertRows } from './insert-rows.ts';

const postgres = usePostgres();
const COLUMNS = 'id uuid, big bigint, small integer, is_so boolean, words text, at timestamptz';

it('writes every type, nothing, and text of any bytes as it is', async () => {
  const database = openDatabase(await postgres.freshDatabase());
  onTestFinished(() => database.close());
  await database.rows(`CREATE TABLE sample (${COLUMNS})`);
  const id = '0190a000-0000-7000-8000-0000000000ff';
  const rows = [
    {
      id,
      big: 9_007_199_254_740_991,
      small: -7,
      is_so: true,
      words: '{"a\\b",NULL}\n’é😀',
      at: '2027-01-02T03:04:05Z',
    },
    { id: null, big: null, small: null, is_so: null, words: null, at: null },
    { id, big: 0, small: 0, is_so: false, words: '', at: '2027-01-02T03:04:05Z' },
  ];
  await insertRows(database, 'sample', rows);

  const read = await database.rows('SELECT * FROM sample');
  expect(
    read.map((row) => ({ ...row, at: row['at'] instanceof Date ? row['at'].toISOString() : null })),
  ).toEqual(rows.map((row) => ({ ...row, at: row.at && '2027-01-02T03:04:05.000Z' })));
});

it('knows a column that a migration added meanwhile', async () => {
  const database = openDatabase(await postgres.freshDatabase());
  onTestFinished(() => database.close());
  await database.rows('CREATE TABLE grown (id integer)');
  await insertRows(database, 'grown', [{ id: 1 }]);
  await database.rows('ALTER TABLE grown ADD COLUMN size bigint');
  await insertRows(database, 'grown', [{ id: 2, size: 3 }]);

  expect(await database.rows('SELECT id, size FROM grown ORDER BY id')).toEqual([
    { id: 1, size: null },
    { id: 2, size: 3 },
  ]);
});
