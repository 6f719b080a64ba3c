import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { anAnswer } from '../../tests/builders/answers.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation, GUICHET_ENTRY } from '../../tests/builders/guichet-command.ts';

const readySchema = z.object({
  url: z.string(),
  enrolmentCode: z.string(),
  training: z.boolean().nullable(),
});

/** `guichet central` as an administrator starts it. */
async function aCentralProcess() {
  const folder = aFolder();
  const child = spawn(process.execPath, [GUICHET_ENTRY, 'central', '--data', join(folder, 'data')], {
    env: { PATH: process.env['PATH'], HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await exited;
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, exited, ...readySchema.parse(JSON.parse(line)) };
}

describe('guichet central, enrol and sync', () => {
  it('carry a registration from one process to the other, once', async () => {
    const central = await aCentralProcess();
    const { guichet } = await aSetUpCommandStation();
    await guichet(['register', '-'], { input: JSON.stringify(anAnswer()) });
    const early = await guichet(['sync']);
    const enrolled = await guichet([
      'enrol',
      '--server',
      central.url,
      '--code',
      central.enrolmentCode,
      '--json',
    ]);
    const again = await guichet(['enrol', '--server', central.url, '--code', central.enrolmentCode]);
    const first = JSON.parse((await guichet(['sync', '--json'])).stdout) as Record<string, number>;
    const second = JSON.parse((await guichet(['sync', '--json'])).stdout) as Record<string, number>;
    expect([early.exit, enrolled.exit, again.exit]).toEqual([1, 0, 1]);
    expect([first['opsAccepted'], first['opsPending'], second['opsSent']]).toEqual([1, 0, 0]);
  });

  it('leave the queue intact, with a sentence, while the server is away', async () => {
    const central = await aCentralProcess();
    const { guichet } = await aSetUpCommandStation();
    await guichet(['enrol', '--server', central.url, '--code', central.enrolmentCode]);
    await guichet(['register', '-'], { input: JSON.stringify(anAnswer()) });
    central.child.kill('SIGTERM');
    const [exit] = (await central.exited) as [number | null];
    const { exit: syncExit, stderr } = await guichet(['sync']);
    expect([exit, syncExit, stderr.includes('ne répond pas')]).toEqual([0, 1, true]);
  });
});
