import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import type { SealKey } from '#main/documents/pdf-seal/index.ts';
import { inWorker } from '#main/in-worker.ts';

const sealKeySchema = z.strictObject({
  privateKey: z.instanceof(Uint8Array),
  certificates: z.array(z.instanceof(Uint8Array)),
});

/** Tools of the day ask for 2,000 to 600,000 derivations of each of three keys: some seconds. A hostile file asks for a year. */
const LIMIT_MS = 30_000;
/** Read from 200 kB at most. */
const HEAP_MIB = 256;

/**
 * What a .p12 or .pfx file holds. Throws `seal-unreadable` for what it cannot be, and for one that is not read in time: how long it takes
 * is written in boxes that only a derivation opens.
 */
export async function readCertificateFile(
  file: Uint8Array,
  passphrase: string,
  limitMs = LIMIT_MS,
): Promise<SealKey> {
  const reading = inWorker(new URL('./pkcs12-worker.ts', import.meta.url), {
    data: { file: new Uint8Array(file), passphrase },
    result: sealKeySchema,
    signal: AbortSignal.timeout(limitMs),
    heapMiB: HEAP_MIB,
  });
  return reading.catch((cause: unknown) => {
    if (cause instanceof GuichetError && cause.code === 'seal-unreadable') throw cause;
    throw new GuichetError('seal-unreadable', { cause });
  });
}
