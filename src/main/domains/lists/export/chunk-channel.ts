import { GuichetError } from '#shared/errors.ts';

/** Hands bytes from a job to whoever saves them, one piece at a time: the job waits until the last one was taken. */
export interface ChunkChannel {
  /** Resolves once the piece was taken. Throws `cancelled` when the signal is aborted meanwhile. */
  give(bytes: Uint8Array, signal: AbortSignal): Promise<void>;
  /** Nothing follows; with an error, because of it. */
  close(error?: Error): void;
  /** The next piece, waited for; null at the end. Throws what the channel was closed with. */
  take(): Promise<Uint8Array | null>;
  readonly isClosed: boolean;
}

export function createChunkChannel(): ChunkChannel {
  let waiting: { bytes: Uint8Array; taken: () => void } | undefined;
  let end: { error: Error | undefined } | undefined;
  let wake = Promise.withResolvers<void>();
  const stir = () => {
    wake.resolve();
    wake = Promise.withResolvers<void>();
  };
  return {
    get isClosed() {
      return end !== undefined;
    },
    async give(bytes, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const abort = () => reject(new GuichetError('cancelled'));
      if (signal.aborted) throw new GuichetError('cancelled');
      signal.addEventListener('abort', abort, { once: true });
      waiting = { bytes, taken: resolve };
      stir();
      await promise.finally(() => signal.removeEventListener('abort', abort));
    },
    close(error) {
      end = { error };
      stir();
    },
    async take() {
      while (!waiting && !end) await wake.promise;
      if (end?.error) throw end.error;
      if (!waiting) return null;
      const { bytes, taken } = waiting;
      waiting = undefined;
      taken();
      return bytes;
    },
  };
}
