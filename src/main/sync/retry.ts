import { setTimeout as sleep } from 'node:timers/promises';
import { GuichetError } from '#shared/errors.ts';

/** A run started by hand gives up after about three seconds of silence; the queue keeps everything. */
export const RETRY_DELAYS_MS: readonly number[] = [200, 400, 800, 1600];

export interface RetryPolicy {
  signal: AbortSignal;
  delaysMs: readonly number[];
}

/**
 * Tries again what the network failed, never what the centre decided. Every request of the protocol may be sent twice without
 * harm. `attempt` counts from 0. Throws `cancelled` between two attempts.
 */
export async function withRetry<T>(policy: RetryPolicy, work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    throwIfCancelled(policy.signal);
    try {
      return await work(attempt);
    } catch (error) {
      const delayMs = policy.delaysMs[attempt];
      if (delayMs === undefined || !(error instanceof GuichetError) || error.code !== 'server-unreachable')
        throw error;
      await sleep(delayMs, undefined, { signal: policy.signal }).catch(() => undefined);
    }
  }
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new GuichetError('cancelled');
}
