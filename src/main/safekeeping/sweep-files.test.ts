import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#main/database/open-database.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import { aFolder } from '../../../tests/builders/folder.ts';
import { aKey } from '../../../tests/builders/key.ts';
import { filePath, orphansFolder, sweepFiles } from './sweep-files.ts';

const DAY_MS = 86_400_000;

function aShelf() {
  const root = aFolder();
  const database = openDatabase(join(root, 'guichet.db'), aKey());
  onTestFinished(() => database.close());
  const folder = join(root, 'files');
  return { database, folder, files: createFileStore(folder, database, () => 0) };
}

function age(path: string): void {
  const then = Date.now() / 1000 - 7200;
  utimesSync(path, then, then);
}

it('a file that no row names and one left unfinished are set aside, kept for 45 days, and never a young one', async () => {
  const { database, folder, files } = aShelf();
  const { id } = files.put(new Uint8Array(10), 'image/png');
  mkdirSync(join(folder, 'zz'), { recursive: true });
  for (const name of ['orphan-zz.enc', 'cut-zz.enc.tmp', 'young-zz.enc'])
    writeFileSync(join(folder, 'zz', name), 'x');
  for (const path of [
    join(folder, 'zz', 'orphan-zz.enc'),
    join(folder, 'zz', 'cut-zz.enc.tmp'),
    filePath(folder, id),
  ])
    age(path);
  const first = await sweepFiles(folder, database);
  const kept = readdirSync(orphansFolder(folder)).sort();
  const later = await sweepFiles(folder, database, { nowMs: Date.now() + 46 * DAY_MS });
  expect({ first, kept, later, still: files.get(id).length, young: readdirSync(join(folder, 'zz')) }).toEqual(
    {
      first: { orphans: 2, destroyed: 0, missing: [] },
      kept: ['cut-zz.enc.tmp', 'orphan-zz.enc'],
      // The young one is an orphan by then, and its own time begins.
      later: { orphans: 1, destroyed: 2, missing: [] },
      still: 10,
      young: [],
    },
  );
});

it('a row whose file is gone is told by its id', async () => {
  const { database, folder, files } = aShelf();
  const { id } = files.put(new Uint8Array(10), 'image/png');
  rmSync(filePath(folder, id));
  expect((await sweepFiles(folder, database)).missing).toEqual([id]);
});
