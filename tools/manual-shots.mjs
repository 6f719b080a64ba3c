// Takes the pictures of docs/manuel again, on a base école with fictitious people, by the tour that its test takes.
import './check-node.mjs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/handbook/pictures.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, MANUAL_SHOTS: '1' },
});
process.exit(status ?? 1);
