import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { textOf } from '#main/database/columns.ts';
import { openDatabase } from '#main/database/open-database.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { aKey } from '../../../../tests/builders/key.ts';
import { FILE_COLUMNS, PERSONAL_TABLES, TREATED_APART } from './personal-tables.ts';

/** Names under which a table may speak of a registration without a foreign key. */
const TELLING = ['registration_id', 'registration_number', 'record_id'];

function aBase() {
  const database = openDatabase(join(aFolder(), 'guichet.db'), aKey());
  onTestFinished(() => database.close());
  const columns = database.all(
    `SELECT t.name AS table_name, c.name AS column_name, f."table" AS target
     FROM pragma_table_list t JOIN pragma_table_info(t.name) c
     LEFT JOIN pragma_foreign_key_list(t.name) f ON f."from" = c.name
     WHERE t.schema = 'main' AND t.type = 'table'`,
  );
  return columns.map((row) => ({
    table: textOf(row, 'table_name'),
    column: textOf(row, 'column_name'),
    target: row['target'],
  }));
}

it('every table that speaks of a registration is in the list, or is treated apart', () => {
  const listed = new Set<string>([...PERSONAL_TABLES.map(({ table }) => table), ...TREATED_APART]);
  const forgotten = aBase()
    .filter(({ column, target }) => target === 'registration' || TELLING.includes(column))
    .filter(({ table }) => !listed.has(table));
  expect(forgotten).toEqual([]);
});

it('every column that names an encrypted file is in the list', () => {
  const listed = new Set(FILE_COLUMNS.map(({ table, column }) => `${table}.${column}`));
  const forgotten = aBase()
    .filter(({ target }) => target === 'stored_file')
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !listed.has(name));
  expect(forgotten).toEqual([]);
});

it('nothing but a registration hangs from a candidate', () => {
  const tables = aBase()
    .filter(({ target }) => target === 'candidate')
    .map(({ table }) => table);
  expect(tables).toEqual(['registration']);
});

it('what the list names exists', () => {
  const known = new Set(aBase().map(({ table, column }) => `${table}.${column}`));
  const named = [
    ...PERSONAL_TABLES.map(({ table, column }) => `${table}.${column}`),
    ...FILE_COLUMNS.map(({ table, column }) => `${table}.${column}`),
  ];
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
