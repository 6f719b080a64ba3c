import { Worker } from 'node:worker_threads';
import { withoutHealth } from './health-seal.ts';
import type { OpenDatabase } from './open-database.ts';

/** 4 MiB of the write-ahead log: copying less would copy the same pages more often. */
const WORTH_COPYING_PAGES = 1000;

/** Copies what is committed from the log into the base on a thread of its own; see `copyLogAside`. */
export interface LogCopier {
  close(): Promise<void>;
}

/**
 * Whoever commits the page that makes the log long enough copies all of it into the base, and deciphers and enciphers each page on the
 * way: 200 ms for 16 MiB, in which a window has no answer. Where a clerk sits in front another thread does it. Nothing that was
 * promised rests on it: a commit is durable in the log. Should that thread fail, committing copies again, as everywhere else.
 */
export function copyLogAside(database: OpenDatabase, file: string, key: Uint8Array): LogCopier {
  let worker: Worker | undefined;
  let isCopying = false;
  const giveUp = () => {
    worker = undefined;
    database.watchLog(undefined);
  };
  const start = () => {
    const ownKey = withoutHealth(key);
    const started = new Worker(new URL('./log-worker.ts', import.meta.url), {
      workerData: { file, key: ownKey },
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    ownKey.fill(0);
    started.on('message', () => (isCopying = false));
    started.on('error', giveUp);
    started.unref();
    return started;
  };
  database.watchLog((pages) => {
    if (isCopying || pages < WORTH_COPYING_PAGES) return;
    isCopying = true;
    worker ??= start();
    worker.postMessage('copy');
  });
  return {
    async close() {
      database.watchLog(undefined);
      await worker?.terminate();
    },
  };
}
