import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCentral, type Central, type CentralOptions } from '#central/index.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#central/postgres/embedded-postgres.ts';
import { aFolder } from './folder.ts';

export interface TestPostgres {
  /** An empty database of its own, dropped with the cluster. */
  freshDatabase(): Promise<string>;
  /** A backup, restored: a copy of a database that nobody uses at this moment. */
  copyOf(databaseUrl: string): Promise<string>;
}

/** One real PostgreSQL for the tests of a file. */
export function usePostgres(): TestPostgres {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-postgres-'));
  let postgres: EmbeddedPostgres | undefined;
  beforeAll(async () => {
    postgres = await startEmbeddedPostgres(folder);
    // No test that shares this server cuts its power; the one that kills a centre has its own, with fsync on.
    await query(postgres.databaseUrl, 'ALTER SYSTEM SET fsync = off');
    await query(postgres.databaseUrl, 'SELECT pg_reload_conf()');
  });
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const create = async (template: string) => {
    const base = postgres?.databaseUrl ?? '';
    const name = `t${randomUUID().replaceAll('-', '')}`;
    await query(base, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    return base.replace(/\/guichet$/, `/${name}`);
  };
  return {
    freshDatabase: () => create('template0'),
    copyOf: (databaseUrl) => create(databaseUrl.split('/').at(-1) ?? ''),
  };
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

async function query(
  databaseUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
