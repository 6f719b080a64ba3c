import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { snapshotSchema } from '#shared/contract/safekeeping.ts';
import { toWireError } from '#shared/wire/envelope.ts';
import { openDatabase } from '#main/database/open-database.ts';
import { makeSnapshot } from './make-snapshot.ts';

/** Copies and reads back a base beside the thread that serves clerks: over a large one it takes many seconds. */

const { database: file, ...order } = z
  .strictObject({
    database: z.string(),
    folder: z.string(),
    key: z.instanceof(Uint8Array),
    kind: snapshotSchema.shape.kind,
    nowMs: z.number(),
  })
  .parse(workerData);

try {
  const database = openDatabase(file, order.key);
  try {
    parentPort?.postMessage({ result: makeSnapshot(database, order) });
  } finally {
    database.close();
  }
} catch (error) {
  parentPort?.postMessage({ error: toWireError(error) });
}
