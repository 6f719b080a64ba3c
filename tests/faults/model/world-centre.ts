import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCentral, type Central } from '#central/index.ts';
import { query } from '../../builders/postgres-query.ts';
import type { Cluster } from '../harness/cluster.ts';
import { IN_MEMORY } from '../harness/in-memory.ts';

/** A centre that is killed, started again, saved and restored; its blobs and its note of what it saw stay on its disk. */
export interface WorldCentre {
  /** Where it listens; a closed port while it is down. */
  url(): string;
  code(): Promise<string>;
  /** From now on nothing answers, until `start`. */
  die(): void;
  start(): Promise<void>;
  backUp(): Promise<void>;
  /** The database goes back to the last backup; false when there is none. */
  restore(): Promise<boolean>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Discard port: nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

export async function openWorldCentre(cluster: Cluster): Promise<WorldCentre> {
  const dataFolder = mkdtempSync(join(IN_MEMORY, 'guichet-centre-'));
  let databaseUrl = await cluster.freshDatabase();
  let backup: string | undefined;
  let isDown = false;
  let central: Central = await startCentral({ databaseUrl, dataFolder });
  const whileClosed = async (work: () => Promise<void>) => {
    await central.close();
    await work();
    central = await startCentral({ databaseUrl, dataFolder });
    isDown = false;
  };
  return {
    url: () => (isDown ? NOWHERE : central.url),
    code: () => central.createEnrolmentCode({ label: 'essai', validForMs: 3_600_000 }),
    die: () => void (isDown = true),
    start: () => whileClosed(() => Promise.resolve()),
    backUp: () =>
      whileClosed(async () => {
        if (backup !== undefined) await cluster.drop(backup);
        backup = await cluster.copyOf(databaseUrl);
      }),
    async restore() {
      const saved = backup;
      if (saved === undefined) return false;
      await whileClosed(async () => {
        await cluster.drop(databaseUrl);
        databaseUrl = await cluster.copyOf(saved);
      });
      return true;
    },
    rows: (sql) => query(databaseUrl, sql),
    async close() {
      await central.close();
      await cluster.drop(databaseUrl);
      if (backup !== undefined) await cluster.drop(backup);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
