import { chmodSync, closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLibrary } from '../harness/compile-library.ts';

const RECORDER = fileURLToPath(new URL('recorder.c', import.meta.url));

/** What makes a program record what it does to `folder`. */
export function recordingEnvironment(folder: string, log: string): Record<string, string> {
  closeSync(openSync(log, 'a'));
  chmodSync(log, 0o666);
  chmodSync(dirname(log), 0o755);
  return { LD_PRELOAD: compileLibrary(RECORDER), RECORD_ROOT: folder, RECORD_LOG: log };
}
