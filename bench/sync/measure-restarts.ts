import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figures.ts';
import { openLine, startCentre, startStation } from './bench-line.ts';
import type { Child } from './child.ts';

const OUTBOX = { registrations: 6_000, scans: 0 };

interface Status {
  opsAcknowledged: number;
}

/** From the start of a killed side to the next batch that is acknowledged: `kill -9` of the station, then of the centre with its PostgreSQL. */
export async function measureRestarts(folder: string): Promise<Figure[]> {
  const line = await openLine(join(folder, 'restarts'), OUTBOX);
  const port = Number(new URL(line.url).port);
  let { station, centre } = line;
  await sendUntil(station, 500);
  await station.kill();
  const stationAtMs = performance.now();
  station = startStation(line.folder);
  const before = (await statusOf(station)).opsAcknowledged;
  await sendUntil(station, before + 500);
  const stationSeconds = (performance.now() - stationAtMs) / 1000;

  await centre.kill();
  killPostgres(join(line.folder, 'centre'));
  const centreAtMs = performance.now();
  centre = startCentre(line.folder, port);
  const reached = (await statusOf(station)).opsAcknowledged;
  await sendUntil(station, reached + 500);
  const centreSeconds = (performance.now() - centreAtMs) / 1000;
  await station.end();
  await centre.end();
  return [
    { name: 'station-killed-resumed', value: stationSeconds, unit: 's', n: 1 },
    { name: 'centre-killed-resumed', value: centreSeconds, unit: 's', n: 1 },
  ];
}

/** Asks to send, again when a run failed, until that many are acknowledged. */
async function sendUntil(station: Child, acknowledged: number): Promise<void> {
  for (;;) {
    await station.ask('call', { name: 'sync.run', input: {} });
    if ((await statusOf(station)).opsAcknowledged >= acknowledged) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function statusOf(station: Child): Promise<Status> {
  return station.ask<Status>('call', { name: 'sync.status', input: {} });
}

function killPostgres(centreFolder: string): void {
  const [pid] = readFileSync(join(centreFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}
