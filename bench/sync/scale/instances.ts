import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#central/postgres/database.ts';
import { startEmbeddedPostgres } from '#central/postgres/embedded-postgres.ts';
import { startChild, type Child } from '../child.ts';
import { STORE_KEYS } from '../scans-bucket.ts';
import { processorSeconds } from './processor-time.ts';

/** Two instances of the centre over one PostgreSQL and one store of scans, each a process. */
export interface Instances {
  first: Child;
  urls: string[];
  opsKept(): Promise<number>;
  scansKept(): Promise<number>;
  baseBytes(): Promise<number>;
  /** So far. */
  processorSeconds(): { centre: number; postgres: number };
  close(): Promise<void>;
}

/** `scans`: a folder, or the address of an object store. */
export async function startInstances(folder: string, scans = join(folder, 'blobs')): Promise<Instances> {
  mkdirSync(folder, { recursive: true });
  const postgres = await startEmbeddedPostgres(join(folder, 'base'));
  const pidFile = readFileSync(join(folder, 'base', 'postgres', 'postmaster.pid'), 'utf8');
  const postmaster = Number(pidFile.split('\n')[0]);
  const database = openDatabase(postgres.databaseUrl);
  const start = (name: string) => {
    const parameters = [join(folder, name), '0', postgres.databaseUrl, scans];
    return startChild('./centre-process.ts', parameters, STORE_KEYS);
  };
  const first = start('first');
  // The first prepares the base; the second finds it so.
  const urls = [await first.ask<string>('url')];
  const second = start('second');
  urls.push(await second.ask<string>('url'));
  const number = async (sql: string) => Number((await database.rows(sql))[0]?.['n']);
  return {
    first,
    urls,
    opsKept: () => number('SELECT count(*) AS n FROM op'),
    scansKept: () => number('SELECT count(*) AS n FROM blob'),
    baseBytes: () => number('SELECT pg_database_size(current_database()) AS n'),
    processorSeconds: () => ({
      centre: processorSeconds(first.pid) + processorSeconds(second.pid),
      postgres: processorSeconds(postmaster),
    }),
    async close() {
      await first.end();
      await second.end();
      await database.close();
      await postgres.stop();
    },
  };
}
