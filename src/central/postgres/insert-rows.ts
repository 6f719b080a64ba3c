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
  const columns = Object.keys(first).join(', ');
  await sql.rows(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1) ${onConflict}`,
    [JSON.stringify(rows)],
  );
}
