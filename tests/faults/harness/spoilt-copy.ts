import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface SpoiltCopy {
  /** A file of the project, in the copy. */
  path(name: string): string;
  remove(): void;
}

/**
 * A copy of the program with one fault planted in it: a harness that does not see it sees nothing. Throws when the text to
 * spoil is not there once, so that a planted fault never silently stops being one.
 */
export function spoiltCopy(file: string, sound: string, spoilt: string): SpoiltCopy {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-spoilt-'));
  for (const name of ['src', 'package.json', 'tests/builders', 'tests/faults']) {
    mkdirSync(join(folder, 'tests'), { recursive: true });
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'assets'), join(folder, 'assets'));
  const text = readFileSync(join(folder, file), 'utf8');
  if (text.split(sound).length !== 2) throw new Error(`${file} does not hold once: ${sound}`);
  writeFileSync(
    join(folder, file),
    text.replace(sound, () => spoilt),
  );
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
