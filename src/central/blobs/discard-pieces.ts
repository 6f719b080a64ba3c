import { constants, ftruncateSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withFile } from './durable-file.ts';
import { hashOf } from './partial-files.ts';

const PLACE = /^[0-9a-f]{2}$/;
/** What others put there, such as a copy under way, is not ours to empty. */
const NAME = /^[0-9a-f]{64}$/;

/**
 * Empties files last written before `beforeMs` that have no row and are not what their name says: what a fall has left of a scan that nobody
 * sent again. Each by its number: a whole one may be put under its name meanwhile. A whole file without a row stays, for its base may have come
 * from an older copy, or be still to come. `unlisted`: those of these hashes that have no row.
 */
export async function discardPieces(
  folder: string,
  beforeMs: number,
  unlisted: (sha256: readonly string[]) => Promise<readonly string[]>,
): Promise<void> {
  for (const place of await readdir(folder)) {
    if (!PLACE.test(place)) continue;
    const old: string[] = [];
    for (const name of await readdir(join(folder, place)))
      if (NAME.test(name) && (await isOld(join(folder, place, name), beforeMs))) old.push(name);
    for (const sha256 of await unlisted(old)) await emptyUnlessWhole(join(folder, place, sha256), sha256);
  }
}

async function isOld(path: string, beforeMs: number): Promise<boolean> {
  const { mtimeMs, size } = await stat(path);
  return mtimeMs < beforeMs && size > 0;
}

async function emptyUnlessWhole(path: string, sha256: string): Promise<void> {
  await withFile(path, constants.O_RDWR, async (file) => {
    if ((await hashOf(file)) !== sha256) ftruncateSync(file);
  });
}
