import { parentPort, workerData } from 'node:worker_threads';
import Driver from 'better-sqlite3';
import { unlock } from './unlock.ts';

/** Copies the write-ahead log of a base into it whenever it is asked to, beside the thread that writes (`log-copier.ts`). */

// Of `log-copier.ts` alone; what would prove its form weighs more than the rest of this thread.
const { file, key } = workerData as { file: string; key: Uint8Array };

const driver = new Driver(file, { fileMustExist: true });
unlock(driver, key);
key.fill(0);
driver.pragma('synchronous=FULL');
// It reads the log and no page of the base.
driver.pragma('cache_size=-256');
// The first page is read here: the log is open from now on.
driver.pragma('user_version');

parentPort?.on('message', () => {
  driver.pragma('wal_checkpoint(PASSIVE)');
  parentPort?.postMessage('copied');
});
