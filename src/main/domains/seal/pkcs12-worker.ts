import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { toWireError } from '#shared/wire/envelope.ts';
import { readPkcs12 } from './read-pkcs12.ts';

/** Reads a certificate's file beside the thread that serves clerks, by whom it can be ended. */

const { file, passphrase } = z
  .strictObject({ file: z.instanceof(Uint8Array), passphrase: z.string() })
  .parse(workerData);

try {
  parentPort?.postMessage({ result: readPkcs12(file, passphrase) });
} catch (error) {
  parentPort?.postMessage({ error: toWireError(error) });
}
