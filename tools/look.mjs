// Every screen against its kept picture; `--update` keeps what is seen now. Also writes each at 1920 × 1080 to out/look, for eyes.
import './check-node.mjs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run'], {
  stdio: 'inherit',
  env: { ...process.env, GUICHET_LOOK: values.update ? 'update' : 'compare' },
});
process.exit(status ?? 1);
