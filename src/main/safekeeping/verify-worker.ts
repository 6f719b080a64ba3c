import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { toWireError } from '#shared/wire/envelope.ts';
import { verifyStation } from './verify-station.ts';

/** Reads everything beside the thread that serves clerks. */

const { folder, key } = z
  .strictObject({ folder: z.string(), key: z.instanceof(Uint8Array) })
  .parse(workerData);
const say = (message: unknown) => parentPort?.postMessage(message);

try {
  say({ result: verifyStation(folder, key, (done, total) => say({ done, total })) });
} catch (error) {
  say({ error: toWireError(error) });
}
