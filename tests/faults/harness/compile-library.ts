import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const compiled = new Map<string, string>();

/** A library to preload, compiled once for this process. Throws a sentence where there is no compiler. */
export function compileLibrary(source: string): string {
  const known = compiled.get(source);
  if (known !== undefined && existsSync(known)) return known;
  const library = join(
    mkdtempSync(join(tmpdir(), 'guichet-preload-')),
    basename(source).replace(/\.c$/, '.so'),
  );
  const { status, stderr, error } = spawnSync(
    'gcc',
    ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', library, source, '-ldl'],
    { encoding: 'utf8' },
  );
  if (error)
    throw new Error('Faults of disks need gcc and libc6-dev (npm run setup installs them).', {
      cause: error,
    });
  if (status !== 0) throw new Error(`${basename(source)} does not compile:\n${stderr}`);
  // PostgreSQL runs as another user where we are root.
  chmodSync(dirname(library), 0o755);
  compiled.set(source, library);
  return library;
}
