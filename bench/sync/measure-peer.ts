import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { WARM_UP } from './sizes.ts';

export interface PeerSpeed {
  registrationsPerSecond: number;
  scansPerSecond: number;
}

/** What it sends. */
interface PeerLoad {
  ops: readonly string[];
  scans: number;
  scanBytes: number;
}

/** `durable`: with what both our sides promise, each write on the disk before the next step; `asItComes`: its own defaults, which do not. */
export type Durability = 'durable' | 'asItComes';

const BATCH = 500;

/**
 * PouchDB → express-pouchdb, both over leveldb: the same ops as documents, the same number of scans as attachments, after a first replication
 * of its own. Throws when the peer cannot be loaded on this machine.
 */
export async function measurePeer(
  folder: string,
  durability: Durability,
  { ops, scans, scanBytes }: PeerLoad,
): Promise<PeerSpeed> {
  const { default: PouchDB } = await import('pouchdb');
  const { durableLeveldb } = await import('./durable-leveldb.ts');
  const prefix = join(folder, `pouchdb-station-${durability}`);
  mkdirSync(prefix, { recursive: true });
  const store = durability === 'durable' ? { db: durableLeveldb } : {};
  const Station = PouchDB.defaults({ prefix: `${prefix}/`, ...store });
  const centre = startChild('./peer-process.ts', [folder, durability]);
  const url = await centre.ask<string>('url');
  const replicate = async (name: string, documents: readonly object[]): Promise<number> => {
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
  const documents = ops.map((text, index) => ({ ...(JSON.parse(text) as object), _id: `op-${index}` }));
  try {
    await replicate('warm', documents.slice(0, WARM_UP.registrations));
    const registrationsPerSecond = await replicate('ops', documents);
    await replicate('warm-scans', attachments(WARM_UP.scans, scanBytes));
    return {
      registrationsPerSecond,
      scansPerSecond: await replicate('scans', attachments(scans, scanBytes)),
    };
  } finally {
    await centre.end();
  }
}

function attachments(count: number, bytes: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    _id: `scan-${index}`,
    _attachments: { scan: { content_type: 'image/jpeg', data: randomBytes(bytes).toString('base64') } },
  }));
}
