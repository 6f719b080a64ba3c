import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-start-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the program opens in a browser where it is told to, and ends when asked', async () => {
  const script = join(import.meta.dirname, 'start.mjs');
  const program = spawn(process.execPath, [script, '--browser', '--no-open', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let address = '';
  for await (const line of createInterface(program.stdout)) {
    address = line;
    if (line.startsWith('http')) break;
  }
  const page = await fetch(address);

  expect([address, page.status, await page.text()]).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/),
    200,
    expect.stringContaining('<title>Guichet</title>'),
  ]);
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
