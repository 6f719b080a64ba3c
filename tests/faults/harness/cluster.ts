import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#central/postgres/embedded-postgres.ts';

export type Rows = Record<string, unknown>[];

/** One real PostgreSQL whose databases are cheap: no power cut is played on this one, so it does not sync. */
export interface Cluster {
  freshDatabase(): Promise<string>;
  /** A copy of a database that nobody uses at this moment. */
  copyOf(databaseUrl: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-cluster-'));
  const postgres = await startEmbeddedPostgres(folder);
  await query(postgres.databaseUrl, 'ALTER SYSTEM SET fsync = off');
  await query(postgres.databaseUrl, 'SELECT pg_reload_conf()');
  const create = async (template: string) => {
    const name = `f${randomUUID().replaceAll('-', '')}`;
    await query(postgres.databaseUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    return postgres.databaseUrl.replace(/\/guichet$/, `/${name}`);
  };
  return {
    freshDatabase: () => create('template0'),
    copyOf: (databaseUrl) => create(databaseUrl.split('/').at(-1) ?? ''),
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function query(databaseUrl: string, sql: string, values: unknown[] = []): Promise<Rows> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
