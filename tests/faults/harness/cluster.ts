import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#central/postgres/database.ts';
import { startEmbeddedPostgres } from '#central/postgres/embedded-postgres.ts';
import { migrate } from '#central/postgres/migrate.ts';
import { query } from '../../builders/postgres-query.ts';
import { IN_MEMORY } from './in-memory.ts';

/** One real PostgreSQL whose databases are cheap: no power cut is played on this one, so it does not sync. */
export interface Cluster {
  /** With the centre's tables, and nothing in them. */
  freshDatabase(): Promise<string>;
  /** A copy of a database that nobody uses at this moment. */
  copyOf(databaseUrl: string): Promise<string>;
  drop(databaseUrl: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(IN_MEMORY, 'guichet-cluster-'));
  const { databaseUrl: template, stop } = await startEmbeddedPostgres(folder);
  const urlOf = (name: string) => template.replace(/\/guichet$/, `/${name}`);
  const administer = (sql: string) => query(urlOf('postgres'), sql);
  await administer('ALTER SYSTEM SET fsync = off');
  await administer('SELECT pg_reload_conf()');
  const made = openDatabase(template);
  await migrate(made);
  await made.close();
  const copyOf = async (databaseUrl: string) => {
    const name = `f${randomUUID().replaceAll('-', '')}`;
    await administer(`CREATE DATABASE ${name} TEMPLATE ${nameOf(databaseUrl)} STRATEGY file_copy`);
    return urlOf(name);
  };
  return {
    freshDatabase: () => copyOf(template),
    copyOf,
    drop: async (databaseUrl) => void (await administer(`DROP DATABASE ${nameOf(databaseUrl)} WITH (FORCE)`)),
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function nameOf(databaseUrl: string): string {
  return databaseUrl.split('/').at(-1) ?? '';
}
