import { GuichetError } from '#shared/errors.ts';
import { numberOf } from './columns.ts';
import type { ReadableDatabase } from './types.ts';

const LONGEST_WAIT_MS = 10_000;
const LOOK_EVERY_MS = 20;

/**
 * Leaves nothing in the write-ahead log: what was overwritten in the base would live on there. While another thread copies the log
 * (`log-copier.ts`) the base answers "busy" at once, whatever its `busy_timeout`: asked again until it is done. Throws `station-in-use`.
 */
export function emptyLog(database: ReadableDatabase): void {
  const givesUpAtMs = performance.now() + LONGEST_WAIT_MS;
  while (numberOf(database.get('PRAGMA wal_checkpoint(TRUNCATE)') ?? {}, 'busy') !== 0) {
    if (performance.now() > givesUpAtMs) throw new GuichetError('station-in-use');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY_MS);
  }
}
