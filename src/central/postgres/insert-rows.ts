import { binaryArray, isBinaryType, type Cell } from './binary-array.ts';
import type { Row, Sql } from './database.ts';

/** Many rows in one statement. All rows have the columns of the first; table and columns come from our code, never from input. */
export async function insertRows(
  sql: Sql,
  table: string,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const asked = Object.keys(first);
  const types = await typesOf(sql, table, asked);
  const columns = asked.map((name) => columnOf(name, types.get(name) ?? 'text', rows));
  const names = columns.map(({ name }) => name).join(', ');
  const arrays = columns.map(({ sentAs }, index) => `$${index + 1}::${sentAs}[]`).join(', ');
  const casts = columns.map(({ name, type }) => `${name}::${type}`).join(', ');
  await sql.rows(
    `INSERT INTO ${table} (${names}) SELECT ${casts} FROM unnest(${arrays}) AS sent (${names}) ${onConflict}`,
    columns.map(({ values }) => values),
  );
}

function columnOf(name: string, type: string, rows: readonly Row[]) {
  const sentAs = isBinaryType(type) ? type : 'text';
  const cells = rows.map((row) => row[name] as Cell);
  return { name, type, sentAs, values: binaryArray(sentAs, cells) };
}

/** Column → type, by table. A migration may add columns, it never changes one. */
const known = new Map<string, Map<string, string>>();

async function typesOf(sql: Sql, table: string, asked: readonly string[]): Promise<Map<string, string>> {
  const before = known.get(table);
  if (before && asked.every((name) => before.has(name))) return before;
  const rows = await sql.rows(
    `SELECT attname, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  const types = new Map(rows.map((row) => [String(row['attname']), String(row['type'])]));
  known.set(table, types);
  return types;
}
