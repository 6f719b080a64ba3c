/**
 * The driver seen through two narrow types: a query receives a ReadableDatabase and cannot write by accident.
 * Nothing outside `database/` imports the driver.
 */

export type SqlValue = string | number | bigint | Uint8Array | null;
export type Row = Record<string, unknown>;

export interface ReadableDatabase {
  /** First row, or undefined. */
  get(sql: string, ...values: SqlValue[]): Row | undefined;
  all(sql: string, ...values: SqlValue[]): Row[];
  /** Rows one at a time, for what may be long. */
  each(sql: string, ...values: SqlValue[]): Iterable<Row>;
}

export interface WritableDatabase extends ReadableDatabase {
  /** Number of rows changed. */
  run(sql: string, ...values: SqlValue[]): number;
  /** All or nothing; nests by savepoints. */
  transaction<T>(work: () => T): T;
}
