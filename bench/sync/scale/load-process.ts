import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '#main/sync/in-parallel.ts';
import { serve } from '../child.ts';
import { createSimulatedStation, type ReadyBatch, type SimulatedStation } from './simulated-station.ts';

/** Many stations in one process, each at one of the instances, as a balancer would place it. */
export interface Burst {
  seconds: number;
  /** From asking to the signed answer, of each request. */
  timesMs: number[];
}

/** On the lines of the whole country. */
const SCANS_AT_ONCE = { first: 24, most: 24, quickMs: 0 };

let stations: SimulatedStation[] = [];
let ready: ReadyBatch[] = [];

async function enrol({ url, codes, academies }: { url: string; codes: string[]; academies: number }) {
  stations = codes.map((_, index) =>
    createSimulatedStation(index, String(1 + (index % academies)).padStart(2, '0')),
  );
  for (const [index, station] of stations.entries()) await station.enrol(url, codes[index] ?? '');
}

/** Each station's backlog, signed and compressed. */
function prepare({ registrations }: { registrations: number }): number {
  ready = stations.map((station) => station.batch(registrations));
  return ready.reduce((bytes, { body }) => bytes + body.length, 0);
}

/** All at once: the hour in which the line comes back. */
async function burst({ urls }: { urls: string[] }): Promise<Burst> {
  const startedAtMs = performance.now();
  const timesMs = await Promise.all(stations.map((_, index) => sendFrom(index, urls)));
  return { seconds: (performance.now() - startedAtMs) / 1000, timesMs };
}

/** One registration at a time, so many a second, whoever is still waiting: the last hour before the closing. */
async function steady({ urls, perSecond }: { urls: string[]; perSecond: number }): Promise<Burst> {
  const startedAtMs = performance.now();
  const sending: Promise<number>[] = [];
  for (let index = 0; index < stations.length; index += 1) {
    await sleep(Math.max(0, startedAtMs + (index * 1000) / perSecond - performance.now()));
    sending.push(sendFrom(index, urls));
  }
  const timesMs = await Promise.all(sending);
  return { seconds: (performance.now() - startedAtMs) / 1000, timesMs };
}

/** Scans of every station, so many on the lines at once, each at the instance of its station. */
async function scans({ urls, each }: { urls: string[]; each: number }): Promise<Burst> {
  const turns = Array.from({ length: each }, () =>
    stations.map((station, index) => ({ station, index })),
  ).flat();
  const timesMs: number[] = [];
  const startedAtMs = performance.now();
  await inParallel(SCANS_AT_ONCE, turns, async ({ station, index }) => {
    const sentAtMs = performance.now();
    await station.sendScan(urls[index % urls.length] ?? '');
    timesMs.push(performance.now() - sentAtMs);
  });
  return { seconds: (performance.now() - startedAtMs) / 1000, timesMs };
}

async function sendFrom(index: number, urls: string[]): Promise<number> {
  const [station, batch] = [stations[index], ready[index]];
  if (!station || !batch) throw new Error(`no station ${index}`);
  const startedAtMs = performance.now();
  await station.send(urls[index % urls.length] ?? '', batch);
  return performance.now() - startedAtMs;
}

serve({ enrol, prepare, burst, steady, scans }, () => undefined);
