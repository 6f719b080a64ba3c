import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFolders, setUpStation } from '../register/bench-station.ts';
import { startChild, type Child } from './child.ts';

export interface SyncSeen {
  seconds: number;
  /** Until the ops it was told of had all been answered. */
  opsSeconds: number;
  /** Of the station's process. */
  cpuSeconds: number;
  summary: { opsAccepted: number; opsPending: number; scansSent: number; scansPending: number };
}

/** How late the station's thread came to what was due: whatever the window asks waits at least that long. */
export interface LoopLag {
  p99Ms: number;
  maxMs: number;
  count: number;
}

/** A station and its centre, each in processes of its own, in a folder of the benchmark. */
export interface BenchLine {
  folder: string;
  centre: Child;
  station: Child;
  url: string;
}

/** Registers `registrations` people and brings back `scans` papers at a new station, which is then attached to a new centre. */
export async function openLine(
  folder: string,
  outbox: { registrations: number; scans: number },
  route: (url: string) => Promise<string> = (url) => Promise.resolve(url),
): Promise<BenchLine> {
  mkdirSync(folder, { recursive: true });
  await setUpStation(benchFolders(folder));
  fillOutbox(folder, { first: 0, ...outbox });
  const centre = startCentre(folder);
  const station = startStation(folder);
  const url = await route(await centre.ask<string>('url'));
  const code = await centre.ask<string>('code');
  await station.ask('call', { name: 'sync.enrol', input: { serverUrl: url, code } });
  return { folder, centre, station, url };
}

export function startStation(folder: string): Child {
  return startChild('./station-process.ts', [folder]);
}

export function startCentre(folder: string, port = 0): Child {
  return startChild('./centre-process.ts', [join(folder, 'centre'), String(port)]);
}

/** More to send, by `make-outbox.ts`. */
export function fillOutbox(
  folder: string,
  { first, registrations, scans }: { first: number; registrations: number; scans: number },
): void {
  const script = fileURLToPath(new URL('./make-outbox.ts', import.meta.url));
  const sizes = { folder, first, registrations, scans };
  const parameters = Object.entries(sizes).flatMap(([name, value]) => [`--${name}`, String(value)]);
  execFileSync(process.execPath, [script, ...parameters], { stdio: ['ignore', 'ignore', 'inherit'] });
}

export async function closeLine({ station, centre }: BenchLine): Promise<void> {
  await station.end();
  await centre.end();
}
