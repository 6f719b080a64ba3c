import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { enrol, stationDigest } from '#main/sync/index.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';
import { aProxy } from './proxy.ts';

interface RunningCentral {
  child: ChildProcess;
  url: string;
  code: string;
}

/** A real centre with its own PostgreSQL, in a process that can be killed. */
async function startCentralProcess(dataFolder: string): Promise<RunningCentral> {
  const program = fileURLToPath(new URL('./central-process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => end(child, 'SIGTERM'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, ...(JSON.parse(line) as { url: string; code: string }) };
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

async function figuresOf(url: string): Promise<unknown> {
  return (await fetch(`${url}/v1/figures`)).json();
}

it('killed between its commit and its reply, the centre starts again and doubles nothing', async () => {
  const dataFolder = aFolder();
  let central = await startCentralProcess(dataFolder);
  const proxy = await aProxy(() => central.url);
  const station = aSyncStation();
  const [number = ''] = station.register(40);
  station.attach(number, someBytes());
  await enrol(station.context, { serverUrl: proxy.url, code: central.code });
  proxy.breakNext('POST /v1/ops ', {
    kind: 'loseReply',
    onLost: async () => {
      await end(central.child, 'SIGKILL');
      central = await startCentralProcess(dataFolder);
    },
  });

  const { opsAccepted, opsDuplicate, opsPending, scansSent } = await station.sync();
  expect({ opsAccepted, opsDuplicate, opsPending, scansSent }).toEqual({
    opsAccepted: 0,
    opsDuplicate: 41,
    opsPending: 0,
    scansSent: 1,
  });
  expect(await figuresOf(central.url)).toMatchObject({
    ops: 41,
    records: 40,
    blobs: 1,
    recordsSha256: stationDigest(station.database),
  });
  expect(readFileSync(join(dataFolder, 'central.log'), 'utf8')).not.toMatch(/TÉMOIN|Dominique|example\.org/);
});
