import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeDurably } from '#main/vault/file-store.ts';
import { BESIDE_DATABASE, DAMAGED_FOLDER, REPLACEMENT_FOLDER } from './data-folder.ts';

const READY_FILE = 'ready.json';
const readySchema = z.strictObject({
  /** Names that come, from the folder of the replacement to the data folder. */
  coming: z.array(z.string()),
  /** Names that only go. */
  going: z.array(z.string()),
  /** Where what was there is kept, below the data folder. */
  keptIn: z.string(),
});

/** An empty folder in which what will take the place of the base is made. */
export function beginReplacement(folder: string): string {
  const making = join(folder, REPLACEMENT_FOLDER);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  return making;
}

export function abandonReplacement(folder: string): void {
  rmSync(join(folder, REPLACEMENT_FOLDER), { recursive: true, force: true });
}

/**
 * Puts what was made in the place of what is there, which is kept aside and never destroyed. A stop anywhere is taken up again by
 * `finishReplacement`: once the note is on the disk, the new one will be there. Returns where the old one is kept.
 */
export function replaceInPlace(
  folder: string,
  stamp: string,
  coming: string[],
  going: string[] = [],
): string {
  const keptIn = freeKeptFolder(folder, stamp);
  const ready = { coming, going: [...BESIDE_DATABASE, ...going], keptIn };
  const making = join(folder, REPLACEMENT_FOLDER);
  syncFolder(making);
  writeDurably(join(making, READY_FILE), Buffer.from(JSON.stringify(ready)));
  finishReplacement(folder);
  return keptIn;
}

/** Where what is there now would be kept, below the data folder. */
export function freeKeptFolder(folder: string, stamp: string): string {
  let keptIn = join(DAMAGED_FOLDER, stamp);
  for (let number = 2; existsSync(join(folder, keptIn)); number += 1)
    keptIn = join(DAMAGED_FOLDER, `${stamp}-${number}`);
  return keptIn;
}

/** Takes up a replacement that a stop interrupted. To be called before the base is opened. */
export function finishReplacement(folder: string): void {
  const making = join(folder, REPLACEMENT_FOLDER);
  const note = join(making, READY_FILE);
  if (!existsSync(note)) return;
  const { coming, going, keptIn } = readySchema.parse(JSON.parse(readFileSync(note, 'utf8')));
  const kept = join(folder, keptIn);
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  // Of each name: the old one goes only while the new one has not come.
  for (const name of going) moveAside(folder, kept, name);
  for (const name of coming) {
    if (!existsSync(join(making, name))) continue;
    moveAside(folder, kept, name);
    renameSync(join(making, name), join(folder, name));
  }
  syncFolder(kept);
  syncFolder(folder);
  rmSync(making, { recursive: true, force: true });
  syncFolder(folder);
}

function moveAside(folder: string, kept: string, name: string): void {
  if (existsSync(join(folder, name))) renameSync(join(folder, name), join(kept, name));
}
