import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running.ts';

const PREFIX = 'guichet-pages-';

export interface PageFolder {
  path: string;
  remove(): void;
}

/**
 * Where another program leaves pages for the time we take to read them: they are personal data in clear. Private (0700), in the
 * session's memory where the system has one (`XDG_RUNTIME_DIR`), and swept of what a killed program left.
 */
export function makePageFolder(): PageFolder {
  const parent = placeForPages();
  sweep(parent);
  const path = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function placeForPages(): string {
  const inMemory = process.env['XDG_RUNTIME_DIR'];
  return inMemory !== undefined && isWritable(inMemory) ? inMemory : tmpdir();
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}
