import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { SCAN_BYTES, WARM_UP } from './sizes.ts';

/** `durable`: with what both our sides promise, each write on the disk before the next step; `asItComes`: its own defaults, which do not. */
export type Durability = 'durable' | 'asItComes';

/** A station of the peer and its centre. Each time is that of a replication, of what its station holds already. */
export interface PeerLine {
  /** Of these ops, as documents. */
  registrationsPerSecond(ops: readonly string[]): Promise<number>;
  /** Of so many, as attachments. */
  scansPerSecond(count: number): Promise<number>;
  close(): Promise<void>;
}

const BATCH = 500;

/**
 * PouchDB → express-pouchdb, both over leveldb, after a first replication of either kind. Throws when the peer cannot be loaded on this
 * machine.
 */
export async function openPeerLine(
  folder: string,
  durability: Durability,
  warmUp: readonly string[],
): Promise<PeerLine> {
  const { default: PouchDB } = await import('pouchdb');
  const { durableLeveldb } = await import('./durable-leveldb.ts');
  const prefix = join(folder, `pouchdb-station-${durability}`);
  mkdirSync(prefix, { recursive: true });
  const store = durability === 'durable' ? { db: durableLeveldb } : {};
  const Station = PouchDB.defaults({ prefix: `${prefix}/`, ...store });
  const centre = startChild('./peer-process.ts', [folder, durability]);
  const url = await centre.ask<string>('url');
  let replications = 0;
  const replicate = async (documents: readonly object[]): Promise<number> => {
    replications += 1;
    const name = `replication-${replications}`;
    const database = new Station(name);
    for (let start = 0; start < documents.length; start += BATCH)
      await database.bulkDocs(documents.slice(start, start + BATCH));
    const startedAtMs = performance.now();
    const { docs_written: written } = await database.replicate.to(`${url}/${name}`, { batch_size: BATCH });
    const seconds = (performance.now() - startedAtMs) / 1000;
    await database.close();
    if (written !== documents.length) throw new Error(`PouchDB wrote ${written} of ${documents.length}`);
    return documents.length / seconds;
  };
  const line: PeerLine = {
    registrationsPerSecond: (ops) =>
      replicate(ops.map((text, index) => ({ ...(JSON.parse(text) as object), _id: `op-${index}` }))),
    scansPerSecond: (count) => replicate(attachments(count)),
    close: () => centre.end(),
  };
  try {
    await line.registrationsPerSecond(warmUp);
    await line.scansPerSecond(WARM_UP.scans);
    return line;
  } catch (error) {
    await line.close();
    throw error;
  }
}

function attachments(count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    _id: `scan-${index}`,
    _attachments: {
      scan: { content_type: 'image/jpeg', data: randomBytes(SCAN_BYTES).toString('base64') },
    },
  }));
}
