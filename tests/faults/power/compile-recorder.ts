import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let compiled: string | undefined;

/** The recorder as a shared library, compiled once for this process. Throws a sentence where there is no compiler. */
export function compileRecorder(): string {
  if (compiled !== undefined && existsSync(compiled)) return compiled;
  const source = fileURLToPath(new URL('recorder.c', import.meta.url));
  const library = join(mkdtempSync(join(tmpdir(), 'guichet-recorder-')), 'recorder.so');
  const { status, stderr, error } = spawnSync(
    'gcc',
    ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', library, source, '-ldl'],
    { encoding: 'utf8' },
  );
  if (error)
    throw new Error('Power cuts need gcc and libc6-dev (npm run setup installs them).', { cause: error });
  if (status !== 0) throw new Error(`recorder.c does not compile:\n${stderr}`);
  // PostgreSQL runs as another user where we are root.
  chmodSync(dirname(library), 0o755);
  return (compiled = library);
}

/** What makes a program record what it does to `folder`. */
export function recordingEnvironment(folder: string, log: string): Record<string, string> {
  closeSync(openSync(log, 'a'));
  chmodSync(log, 0o666);
  chmodSync(dirname(log), 0o755);
  return { LD_PRELOAD: compileRecorder(), RECORD_ROOT: folder, RECORD_LOG: log };
}
