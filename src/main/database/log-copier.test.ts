import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyLog } from './empty-log.ts';
import { copyLogAside } from './log-copier.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';

const KEY = new Uint8Array(64).fill(7);
let folder: string;
let file: string;
let database: OpenDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-log-'));
  file = join(folder, 'guichet.db');
  database = openDatabase(file, KEY);
  database.run('CREATE TABLE weight (bytes BLOB NOT NULL) STRICT');
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const addMiB = (count: number) =>
  database.transaction(() => {
    for (let index = 0; index < count; index += 1)
      database.run('INSERT INTO weight (bytes) VALUES (?)', new Uint8Array(1024 * 1024));
  });
const uncopiedPages = () => {
  const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = database.all('PRAGMA wal_checkpoint(NOOP)');
  return Number(log) - Number(checkpointed);
};

test('a long log is copied into the base without a further commit, and what was written stays', async () => {
  const copier = copyLogAside(database, file, KEY);
  addMiB(6);
  await vi.waitFor(() => expect(uncopiedPages()).toBe(0), 20_000);
  await copier.close();
  expect(database.all('SELECT count(*) AS n FROM weight')).toEqual([{ n: 6 }]);
});

test('where nobody can copy beside it, committing does', async () => {
  const copier = copyLogAside(database, file, new Uint8Array(64).fill(8));
  addMiB(6);
  // Small commits until the thread has given up; the next that makes the log long copies it.
  await vi.waitFor(
    () => expect(database.all('PRAGMA wal_autocheckpoint')).toEqual([{ wal_autocheckpoint: 4000 }]),
    20_000,
  );
  addMiB(17);
  expect(uncopiedPages()).toBe(0);
  await copier.close();
});

test('a commit after which no thread can be started is a commit', () => {
  database.watchLog(() => {
    throw new Error('no thread');
  });
  addMiB(1);
  addMiB(17);
  expect([database.all('SELECT count(*) AS n FROM weight'), uncopiedPages()]).toEqual([[{ n: 18 }], 0]);
});

test('a log that is being copied is empty all the same when nothing may be left in it', async () => {
  const copier = copyLogAside(database, file, KEY);
  addMiB(6);
  await vi.waitFor(() => expect(uncopiedPages()).toBe(0), 20_000);
  const left: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    addMiB(16);
    // The thread has begun, at one moment or another of its work.
    await new Promise((resolve) => setTimeout(resolve, 3 * round));
    emptyLog(database);
    left.push(statSync(`${file}-wal`).size);
  }
  await copier.close();
  expect(left).toEqual(Array.from({ length: 5 }, () => 0));
});
