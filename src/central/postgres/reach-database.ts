import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from './database.ts';
import { isPostgresOf, startEmbeddedPostgres } from './embedded-postgres.ts';

export interface ReachedDatabase {
  database: Database;
  close(): Promise<void>;
}

/**
 * The base of a centre, for a command beside it: a given PostgreSQL, the embedded one of a centre that runs, or else that one
 * started for the time of the command.
 */
export async function reachDatabase(
  dataFolder: string,
  databaseUrl: string | undefined,
): Promise<ReachedDatabase> {
  const known = databaseUrl ?? runningUrl(dataFolder);
  if (known !== undefined) {
    const database = openDatabase(known);
    return { database, close: () => database.close() };
  }
  const embedded = await startEmbeddedPostgres(dataFolder);
  const database = openDatabase(embedded.databaseUrl);
  return {
    database,
    async close() {
      await database.close();
      await embedded.stop();
    },
  };
}

/** From what PostgreSQL itself writes while it runs: its port is the fourth line. */
function runningUrl(folder: string): string | undefined {
  const data = join(folder, 'postgres');
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile) || !isPostgresOf(data)) return undefined;
  const port = readFileSync(pidFile, 'utf8').split('\n')[3] ?? '';
  const password = readFileSync(join(folder, 'postgres-password'), 'utf8');
  return `postgres://guichet:${password}@127.0.0.1:${port}/guichet`;
}
