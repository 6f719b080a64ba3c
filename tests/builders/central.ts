import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { startCentral, type Central, type CentralOptions } from '#central/index.ts';
import { aFolder } from './folder.ts';
import { query } from './postgres-query.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers `GET /<worker>` with the address of that worker's PostgreSQL (postgres-door.ts). */
    postgresDoor: string;
  }
}

export interface TestPostgres {
  /** A database of its own with the centre's tables and nothing in them. */
  freshDatabase(): Promise<string>;
  /** One without any table, as an administrator makes it. */
  emptyDatabase(): Promise<string>;
  /** A backup, restored: a copy of a database that nobody uses at this moment. */
  copyOf(databaseUrl: string): Promise<string>;
}

/** A real PostgreSQL for the tests of a file: its worker's, with databases that go with the file. */
export function usePostgres(): TestPostgres {
  let base = '';
  const made: string[] = [];
  beforeAll(async () => {
    const answer = await fetch(`${inject('postgresDoor')}/${process.env['VITEST_POOL_ID'] ?? ''}`);
    base = await answer.text();
    if (!answer.ok) throw new Error(base);
  });
  afterAll(async () => {
    for (const name of made) await query(maintenance(base), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  const create = async (template: string) => {
    const name = `t${randomUUID().replaceAll('-', '')}`;
    await query(maintenance(base), `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
    made.push(name);
    return base.replace(/\/guichet$/, `/${name}`);
  };
  return {
    freshDatabase: () => create('guichet'),
    emptyDatabase: () => create('template0'),
    copyOf: (databaseUrl) => create(databaseUrl.split('/').at(-1) ?? ''),
  };
}

/** The database that nobody copies. */
function maintenance(base: string): string {
  return base.replace(/\/guichet$/, '/postgres');
}

export interface TestCentral extends Central {
  databaseUrl: string;
  dataFolder: string;
  code(): Promise<string>;
  /** Rows of the centre's own database. */
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

/** A running centre that ends with the test. */
export async function aCentral(
  postgres: TestPostgres,
  options: Partial<CentralOptions> = {},
): Promise<TestCentral> {
  const databaseUrl = options.databaseUrl ?? (await postgres.freshDatabase());
  const dataFolder = options.dataFolder ?? aFolder();
  const central = await startCentral({ ...options, databaseUrl, dataFolder });
  onTestFinished(() => central.close());
  return {
    ...central,
    databaseUrl,
    dataFolder,
    code: () => central.createEnrolmentCode({ label: 'essai', validForMs: 60_000 }),
    rows: (sql, values) => query(databaseUrl, sql, values),
  };
}
