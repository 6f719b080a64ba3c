// Runs vitest and closes with one plain line, `N passed, N failed`, that any continuous integration can read.
import './check-node.mjs';
import './compile-cache.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { countTests } from './count-tests.mjs';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const folder = mkdtempSync(join(tmpdir(), 'guichet-tests-'));
const report = join(folder, 'report.json');

const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
const counts = countTests(readReport(), status ?? 1);
rmSync(folder, { recursive: true, force: true });

if (counts.skipped > 0) process.stdout.write(`${counts.skipped} test(s) skipped: no test may be skipped.\n`);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exit(counts.failed > 0 ? 1 : 0);

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
