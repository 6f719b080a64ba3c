import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row, SqlValue, WritableDatabase } from '#main/database/types.ts';
import { isDamage } from './prove-base.ts';

export interface SavedTable {
  name: string;
  rows: number;
  /** Read from its first row to its last. */
  isWhole: boolean;
}

/** Kept in step with the registrations by triggers: they are made again as these are written. */
const DERIVED = /^(sqlite_|name_entry$|name_word$|name_index|registration_tally$)/;

/** Tables of the new base, parents first as they were made. */
export function tablesOf(database: ReadableDatabase): string[] {
  return database
    .all(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid`)
    .map((row) => textOf(row, 'name'))
    .filter((name) => !DERIVED.test(name));
}

/**
 * Puts every row that can still be read of a table into the new base, which keeps what it has already. Around a page that cannot be read
 * the rows before it and after it are found all the same.
 */
export function salvageTable(from: ReadableDatabase, into: WritableDatabase, name: string): SavedTable {
  const shape = shapeOf(into, name);
  let rows = 0;
  const keep = (row: Row) => {
    rows += into.run(shape.insert, ...shape.columns.map((column) => row[column] as SqlValue));
  };
  const isWhole = shape.hasRowid ? readByRowid(from, shape, keep) : readByKey(from, into, shape, keep);
  return { name, rows, isWhole };
}

/** Adds the rows of a sound base that the new one has not. */
export function addRows(from: ReadableDatabase, into: WritableDatabase, name: string): number {
  const { insert, columns, select } = shapeOf(into, name);
  let added = 0;
  for (const row of from.each(select))
    added += into.run(insert, ...columns.map((column) => row[column] as SqlValue));
  return added;
}

interface TableShape {
  name: string;
  columns: string[];
  hasRowid: boolean;
  /** First column of the primary key, and the column of another table it must be one of. */
  key: string;
  parent: { table: string; column: string } | undefined;
  select: string;
  insert: string;
}

function shapeOf(database: ReadableDatabase, name: string): TableShape {
  const info = database.all('SELECT name, pk FROM pragma_table_info(?)', name);
  const columns = info.map((row) => textOf(row, 'name'));
  const first = info.find((row) => numberOf(row, 'pk') === 1);
  const key = first ? textOf(first, 'name') : '';
  const list = database.get(`SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'`, name);
  const foreign = database.get(
    'SELECT "table", "to" FROM pragma_foreign_key_list(?) WHERE "from" = ?',
    name,
    key,
  );
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  return {
    name,
    columns,
    key,
    hasRowid: list?.['wr'] === 0,
    parent: foreign && { table: textOf(foreign, 'table'), column: textOf(foreign, 'to') },
    select: `SELECT ${quoted} FROM "${name}"`,
    insert: `INSERT OR IGNORE INTO "${name}" (${quoted}) VALUES (${columns.map(() => '?').join(', ')})`,
  };
}

/** Returns whether nothing had to be stepped over. */
function readByRowid(
  from: ReadableDatabase,
  { name, select }: TableShape,
  keep: (row: Row) => void,
): boolean {
  const rows = select.replace('SELECT ', 'SELECT _rowid_ AS "its rowid", ');
  let isWhole = true;
  for (let after: number | undefined = LOWEST; after !== undefined;) {
    let last: number = after;
    try {
      for (const row of from.each(`${rows} WHERE _rowid_ > ? ORDER BY _rowid_`, after)) {
        keep(row);
        last = numberOf(row, 'its rowid');
      }
      return isWhole;
    } catch (error) {
      if (!isDamage(error)) throw error;
      isWhole = false;
      after = readableAfter(last, (rowid) =>
        from.get(`SELECT * FROM "${name}" WHERE _rowid_ > ? ORDER BY _rowid_ LIMIT 1`, rowid),
      );
    }
  }
  return isWhole;
}

const LOWEST = -(2 ** 40);
const HIGHEST = 2 ** 40;

/** The lowest rowid from which reading works again; undefined when it never does. */
function readableAfter(failing: number, probe: (rowid: number) => unknown): number | undefined {
  const works = (rowid: number) => {
    try {
      probe(rowid);
      return true;
    } catch (error) {
      if (!isDamage(error)) throw error;
      return false;
    }
  };
  let low = failing;
  let step = 1;
  while (!works(low + step)) {
    low += step;
    step *= 2;
    if (low > HIGHEST) return undefined;
  }
  let high = low + step;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (works(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** From the beginning, from the end, and, between two broken places, what each known key still gives. */
function readByKey(
  from: ReadableDatabase,
  into: ReadableDatabase,
  { select, key, parent }: TableShape,
  keep: (row: Row) => void,
): boolean {
  const read = (sql: string, ...values: SqlValue[]) => {
    try {
      for (const row of from.each(sql, ...values)) keep(row);
      return true;
    } catch (error) {
      if (!isDamage(error)) throw error;
      return false;
    }
  };
  if (read(select)) return true;
  read(`${select} ORDER BY "${key}" DESC`);
  if (parent)
    for (const row of into.all(`SELECT "${parent.column}" AS value FROM "${parent.table}"`))
      read(`${select} WHERE "${key}" = ?`, row['value'] as SqlValue);
  return false;
}

/** Rows that speak of something that is gone, deepest first, until none is left. Returns how many documents were among what is gone. */
export function dropDangling(database: WritableDatabase): number {
  let documents = 0;
  for (;;) {
    const found = database.all(
      `SELECT DISTINCT v."table" AS child, f."from" AS child_column, f."table" AS parent, coalesce(f."to", 'id') AS parent_column
       FROM pragma_foreign_key_check v JOIN pragma_foreign_key_list(v."table") f ON f.id = v.fkid`,
    );
    if (found.length === 0) return documents;
    for (const row of found) {
      const [child, column] = [textOf(row, 'child'), textOf(row, 'child_column')];
      const parent = textOf(row, 'parent');
      const dropped = database.run(
        `DELETE FROM "${child}" WHERE "${column}" IS NOT NULL
           AND "${column}" NOT IN (SELECT "${textOf(row, 'parent_column')}" FROM "${parent}")`,
      );
      if (parent === 'stored_file') documents += dropped;
    }
  }
}
