import pg from 'pg';

export type Row = Record<string, unknown>;

/** What a transaction works with: parametrised SQL, nothing else. */
export interface Sql {
  rows(text: string, values?: unknown[]): Promise<Row[]>;
}

export interface Database extends Sql {
  /** All or nothing, durable when it resolves (synchronous_commit is on). */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

// Sequence numbers and counts stay far below 2^53.
const BIGINT_OID = 20;

/** Longer than a restoration or a migration takes for one statement. */
const QUERY_LIMIT_MS = 600_000;

export function openDatabase(databaseUrl: string): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT_OID, Number);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // A line to the base that was lost without a word is noticed, and whoever waits for it is told to come again.
    keepAlive: true,
    query_timeout: QUERY_LIMIT_MS,
    types,
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    rows: async (text, values) => (await pool.query<Row>(prepared(text, values))).rows,
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const result = await work({
      rows: async (text, values) => (await client.query<Row>(prepared(text, values))).rows,
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

const names = new Map<string, string>();

/**
 * Each connection parses a statement once: all are constants of this program, and name their columns, for a column that a newer instance adds
 * must not end an older one's statements. Those without values may be several in one text, as in migrations,
 * and are sent as they are.
 */
function prepared(text: string, values: unknown[] | undefined): pg.QueryConfig {
  if (!values) return { text };
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return { name, text, values };
}

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505';
}

/** SQLSTATE of a failure of PostgreSQL; undefined for anything else. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
