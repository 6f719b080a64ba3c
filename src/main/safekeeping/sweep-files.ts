import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Sweep } from '#shared/contract/safekeeping.ts';
import { textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { syncFolder } from '#main/vault/file-store.ts';

const HOUR_MS = 3_600_000;
/** A file is written before its row: one of this hour may be about to be named. */
const YOUNG_MS = HOUR_MS;
/** How long an orphan is kept: longer than any snapshot that may still know its key. */
const GRACE_MS = 45 * 24 * HOUR_MS;

/**
 * Compares the folder of files with the base. What no row names, and what was left unfinished, moves to `orphans`; an orphan whose time is
 * over is destroyed; a row whose file is gone is told. Ages are by the machine's clock, as those of files are.
 */
export async function sweepFiles(
  folder: string,
  database: ReadableDatabase,
  { signal, nowMs = Date.now() }: { signal?: AbortSignal; nowMs?: number } = {},
): Promise<Sweep> {
  const isKnown = (id: string) => database.get('SELECT 1 FROM stored_file WHERE id = ?', id) !== undefined;
  let orphans = 0;
  for (const shelf of shelvesOf(folder)) {
    if (signal?.aborted) break;
    for (const name of readdirSync(join(folder, shelf))) {
      const path = join(folder, shelf, name);
      if (isOld(path, YOUNG_MS, nowMs) && !(name.endsWith('.enc') && isKnown(name.slice(0, -4)))) {
        setAside(folder, path, name, nowMs);
        orphans += 1;
      }
    }
    // Between two shelves whoever waits is served.
    await new Promise(setImmediate);
  }
  const missing = await missingFiles(folder, database, signal);
  return { orphans, destroyed: destroyOld(folder, nowMs), missing };
}

/** Ids of rows whose file is not there. */
async function missingFiles(
  folder: string,
  database: ReadableDatabase,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const missing: string[] = [];
  let after = '';
  for (;;) {
    if (signal?.aborted) return missing;
    const ids = database
      .all('SELECT id FROM stored_file WHERE id > ? ORDER BY id LIMIT 500', after)
      .map((row) => textOf(row, 'id'));
    const last = ids.at(-1);
    if (last === undefined) return missing;
    missing.push(...ids.filter((id) => !existsSync(filePath(folder, id))));
    after = last;
    await new Promise(setImmediate);
  }
}

export function filePath(folder: string, id: string): string {
  return join(folder, id.slice(-2), `${id}.enc`);
}

export function orphansFolder(folder: string): string {
  return join(folder, 'orphans');
}

export function countOrphans(folder: string): number {
  const kept = orphansFolder(folder);
  return existsSync(kept) ? readdirSync(kept).length : 0;
}

function shelvesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.length === 2)
    .map(({ name }) => name);
}

/** Its time begins now. */
function setAside(folder: string, path: string, name: string, nowMs: number): void {
  const kept = orphansFolder(folder);
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  renameSync(path, join(kept, name));
  utimesSync(join(kept, name), nowMs / 1000, nowMs / 1000);
  syncFolder(kept);
}

function destroyOld(folder: string, nowMs: number): number {
  const kept = orphansFolder(folder);
  if (!existsSync(kept)) return 0;
  const old = readdirSync(kept).filter((name) => isOld(join(kept, name), GRACE_MS, nowMs));
  for (const name of old) rmSync(join(kept, name), { force: true });
  return old.length;
}

function isOld(path: string, ageMs: number, nowMs: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && nowMs - found.mtimeMs >= ageMs;
}
