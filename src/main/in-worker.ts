import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import { fromWireError, wireErrorSchema } from '#shared/wire/envelope.ts';

const progressSchema = z.strictObject({ done: z.number(), total: z.number() });
const endSchema = z.union([
  z.strictObject({ result: z.unknown() }),
  z.strictObject({ error: wireErrorSchema }),
]);

interface WorkerOptions<Schema extends z.ZodType> {
  data: object;
  result: Schema;
  onProgress?: (done: number, total: number) => void;
  /** Ends it where it is: what these workers do can be stopped anywhere. */
  signal?: AbortSignal;
  /** Ended beyond that: what is read comes from outside. */
  heapMiB?: number;
}

/** Runs one worker to its result. Throws the failure it ends with, `cancelled`. */
export async function inWorker<Schema extends z.ZodType>(
  script: URL,
  { data, result, onProgress, signal, heapMiB }: WorkerOptions<Schema>,
): Promise<z.output<Schema>> {
  const ended = Promise.withResolvers<unknown>();
  const worker = new Worker(script, {
    workerData: data,
    ...(heapMiB ? { resourceLimits: { maxOldGenerationSizeMb: heapMiB } } : {}),
  });
  const cancel = () => ended.reject(new GuichetError('cancelled'));
  signal?.addEventListener('abort', cancel);
  worker.on('message', (message: unknown) => {
    const progress = progressSchema.safeParse(message).data;
    if (progress) onProgress?.(progress.done, progress.total);
    else ended.resolve(message);
  });
  worker.on('error', (error) => ended.reject(error));
  worker.on('exit', () => ended.reject(new GuichetError('internal')));
  try {
    const outcome = endSchema.parse(await ended.promise);
    if ('error' in outcome) throw fromWireError(outcome.error);
    return result.parse(outcome.result);
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
