import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStation, openStation } from '../../builders/open-station.ts';
import { startChild } from '../harness/child.ts';
import { createRandom } from '../harness/random.ts';

const STATION = fileURLToPath(new URL('../harness/station-child.ts', import.meta.url));
const CENTRE = fileURLToPath(new URL('../central-process.ts', import.meta.url));

export interface RestartTimes {
  /** From the start of the process to the first registration shown. */
  stationUsableMs: number;
  /** From the start of the process to everything that waited being sent. */
  stationResumedMs: number;
  /** From the start of the process, PostgreSQL's recovery included, to its first answer. */
  centreMs: number;
}

/** Kills a station and a centre as kill -9 does, and measures how long each takes to be of use again. */
export async function measureRestarts(seed: number): Promise<RestartTimes> {
  const root = mkdtempSync(join(tmpdir(), 'guichet-restart-'));
  const key = Buffer.from(createRandom(seed).bytes(64));
  const folder = join(root, 'station');
  const centreFolder = join(root, 'centre');
  createStation({ folder, key });
  const first = startChild(CENTRE, [centreFolder]);
  const { url, code } = JSON.parse((await first.answer()) ?? '{}') as { url: string; code: string };
  const enrolling = openStation({ folder, key });
  await enrolling.enrolAt(url, code);
  for (let person = 1; person <= 20; person += 1) enrolling.register(person);
  enrolling.close();
  const killed = startChild(STATION, [folder, key.toString('hex')]);
  await killed.answer();
  await killed.kill();

  const startedAtMs = performance.now();
  const station = startChild(STATION, [folder, key.toString('hex')]);
  await station.answer();
  await station.ask({ do: 'register', person: 99 });
  const stationUsableMs = performance.now() - startedAtMs;
  await station.ask({ do: 'sync' });
  const stationResumedMs = performance.now() - startedAtMs;
  await station.finish();

  await first.kill();
  const restartedAtMs = performance.now();
  const again = startChild(CENTRE, [centreFolder]);
  await again.answer();
  const centreMs = performance.now() - restartedAtMs;
  again.process.kill('SIGTERM');
  await again.finish();
  rmSync(root, { recursive: true, force: true });
  return { stationUsableMs, stationResumedMs, centreMs };
}
