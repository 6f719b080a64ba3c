import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A lock older than any build is that of a program that was stopped. */
const LONGEST_BUILD_MS = 180_000;

/**
 * Runs an npm script when something it builds from is newer than what it made. Two programs that need the same wait for each other: a
 * build empties the folder that the other would read.
 * @param {{ projectFolder: string, script: string, sources: string[], result: string }} build
 */
export function buildIfNeeded(build) {
  if (isBuilt(build)) return;
  const lock = join(build.projectFolder, '.cache', `${build.script.replace(':', '-')}.lock`);
  takeLock(lock);
  const isDone = isBuilt(build) || run(build);
  rmdirSync(lock);
  if (isDone) return;
  process.stderr.write(`Guichet : « npm run ${build.script} » a échoué ; la cause est affichée ci-dessus.\n`);
  process.exit(1);
}

/** @param {{ projectFolder: string, sources: string[], result: string }} build */
function isBuilt({ projectFolder, sources, result }) {
  const builtAtMs = modifiedAtMs(join(projectFolder, result));
  const files = globSync([...sources, '*.config.ts', 'package-lock.json'], { cwd: projectFolder });
  return files.every((file) => modifiedAtMs(join(projectFolder, file)) <= builtAtMs);
}

/** @param {string} lock A folder: only one program can make it. */
function takeLock(lock) {
  mkdirSync(join(lock, '..'), { recursive: true });
  for (;;) {
    try {
      return mkdirSync(lock);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      if (Date.now() - modifiedAtMs(lock) > LONGEST_BUILD_MS) rmdirSync(lock);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

/** @param {{ projectFolder: string, script: string }} build */
function run({ projectFolder, script }) {
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
    // Asked for by a test runner, the build would otherwise be made for tests, with React's slow half.
    env: { ...process.env, NODE_ENV: 'production' },
    // Only cmd.exe can run npm.cmd.
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** @param {string} path Zero when it does not exist. */
function modifiedAtMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
