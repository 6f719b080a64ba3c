import { renameSync, rmSync } from 'node:fs';
import { openDatabase, openForRepair } from '#main/database/open-database.ts';
import { hasSealedColumns, opened } from '#main/database/sealed-columns.ts';
import type { SqlValue } from '#main/database/types.ts';
import { tablesOf } from '#main/safekeeping/salvage-rows.ts';
import { databaseFileOf, type StationPlace } from './open-station.ts';

/** From here on, what tells of health is sealed. */
const SEALS_SINCE = 220;

/** The base of a closed station as an older program kept it: all its rows, in the form of that version. */
export function makeOlder(place: StationPlace, version: number): void {
  const file = databaseFileOf(place);
  const newest = openDatabase(file, place.key);
  const older = openForRepair(`${file}.older`, place.key, version);
  for (const table of tablesOf(older)) {
    older.run(`DELETE FROM "${table}"`);
    const columns = older
      .all('SELECT name FROM pragma_table_info(?)', table)
      .map((row) => String(row['name']));
    const isSplit = table === 'outbox_op' && columns.includes('canonical');
    const inClear =
      version < SEALS_SINCE && hasSealedColumns(table)
        ? `, ${opened(table)}${isSplit ? `, unsealed(canonical, op_id) AS canonical` : ''}`
        : '';
    const names = columns.map((name) => `"${name}"`).join(', ');
    const insert = `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
    // Since 270 the text of an op is beside it.
    const from = isSplit ? 'outbox_op JOIN outbox_text USING (op_id)' : `"${table}"`;
    for (const row of newest.all(`SELECT *${inClear} FROM ${from}`))
      older.run(insert, ...columns.map((column) => row[column] as SqlValue));
  }
  newest.close();
  older.close();
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  renameSync(`${file}.older`, file);
}
