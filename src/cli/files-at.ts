import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';

/** Files named, and those of folders named, in order, with their bytes. Throws `file-unreadable` where there is none. */
export function scansAt(paths: readonly string[]): { name: string; bytes: Uint8Array }[] {
  const files = paths.flatMap(filesAt);
  if (files.length === 0) throw new GuichetError('file-unreadable', { detail: { cause: 'aucun fichier' } });
  return files.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(path, entry.name))
      .sort();
  } catch (cause) {
    throw new GuichetError('file-unreadable', { detail: { cause: path }, cause });
  }
}
