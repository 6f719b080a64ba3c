import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const MODULE = join(import.meta.dirname, 'build-if-needed.mjs');

/** Tells each beginning and each end, half a second apart. */
const SLOW_BUILD = `
const { appendFileSync, writeFileSync } = require('node:fs');
appendFileSync('told', 'begun ');
setTimeout(() => { appendFileSync('told', 'ended '); writeFileSync('result', ''); }, 500);
`;

function aProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { 'build:it': 'node build.cjs' } }));
  writeFileSync(join(folder, 'build.cjs'), SLOW_BUILD);
  writeFileSync(join(folder, 'source'), '');
  return folder;
}

async function build(projectFolder: string): Promise<number | null> {
  const order = { projectFolder, script: 'build:it', sources: ['source'], result: 'result' };
  const call = `import(${JSON.stringify(MODULE)}).then((it) => it.buildIfNeeded(${JSON.stringify(order)}))`;
  const [status] = (await once(spawn(process.execPath, ['-e', call]), 'exit')) as [number | null];
  return status;
}

test('two programs that need the same build at once make it once, and both go on when it is whole', async () => {
  const folder = aProject();
  const statuses = await Promise.all([build(folder), build(folder)]);
  expect([statuses, readFileSync(join(folder, 'told'), 'utf8')]).toEqual([[0, 0], 'begun ended ']);
});
