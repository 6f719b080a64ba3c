import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
  const isCopiedByCommits = () => {
    addMiB(17);
    return uncopiedPages() === 0;
  };
  await vi.waitFor(() => expect(isCopiedByCommits()).toBe(true), 20_000);
  await copier.close();
});
