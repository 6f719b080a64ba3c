import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs an npm script when something it builds from is newer than what it made.
 * @param {{ projectFolder: string, script: string, sources: string[], result: string }} build
 */
export function buildIfNeeded({ projectFolder, script, sources, result }) {
  const builtAtMs = modifiedAtMs(join(projectFolder, result));
  const files = globSync([...sources, '*.config.ts', 'package-lock.json'], { cwd: projectFolder });
  if (files.every((file) => modifiedAtMs(join(projectFolder, file)) <= builtAtMs)) return;
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
    // Asked for by a test runner, the build would otherwise be made for tests, with React's slow half.
    env: { ...process.env, NODE_ENV: 'production' },
    // Only cmd.exe can run npm.cmd.
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(`Guichet : « npm run ${script} » a échoué ; la cause est affichée ci-dessus.\n`);
  process.exit(1);
}

/** @param {string} path Zero when it does not exist. */
function modifiedAtMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
