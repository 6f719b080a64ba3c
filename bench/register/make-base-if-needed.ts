import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchFolders } from './bench-station.ts';

const SCRIPT = fileURLToPath(new URL('make-base.ts', import.meta.url));

/** A station of invented candidates in this folder, unless one is there. In a process of its own, so that its memory is not counted. */
export function makeBaseIfNeeded(folder: string, candidates: number): void {
  mkdirSync(folder, { recursive: true });
  if (existsSync(benchFolders(folder).data)) return;
  execFileSync(process.execPath, [SCRIPT, '--folder', folder, '--candidates', String(candidates)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
