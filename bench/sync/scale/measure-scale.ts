import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../../figures.ts';
import { startChild, type Child } from '../child.ts';
import { startInstances, type Instances } from './instances.ts';
import type { Burst } from './load-process.ts';

export interface ScaleSize {
  academies: number;
  stationsEach: number;
  /** Of each station, after a day without a line. */
  registrations: number;
  /** Of each station too, in a round of their own. */
  scans: number;
}

/** Taken as four times the average of the last three days, for the whole country (docs/scale.md). */
const LAST_HOUR_PER_SECOND = 42;

/**
 * The closing day of the country on one machine: every station at once after a day without a line, at one instance then at two over the
 * same base, and the pace of the last hour. The load comes from a process of its own; every op must be accepted and found in the base.
 */
export async function measureScale(folder: string, size: ScaleSize): Promise<Figure[]> {
  const instances = await startInstances(folder);
  const load = startChild('./scale/load-process.ts', []);
  const { urls } = instances;
  const stations = size.academies * size.stationsEach;
  try {
    await enrolAll(instances, load, size);
    const play = (registrations: number, question: string, input: object) =>
      playRound({ instances, load, ops: stations * registrations }, registrations, question, input);
    // Programs that have just started are slower: this round is not counted.
    await play(1, 'burst', { urls });
    const one = await play(size.registrations, 'burst', { urls: urls.slice(0, 1) });
    const bytesBefore = await instances.baseBytes();
    const two = await play(size.registrations, 'burst', { urls });
    const bytesEach = ((await instances.baseBytes()) - bytesBefore) / two.ops;
    const lastHour = await play(1, 'steady', { urls, perSecond: LAST_HOUR_PER_SECOND });
    const inFolder = await playScans({ instances, load, urls }, stations, size.scans);
    return [
      { name: 'scale-stations', value: stations, unit: 'stations', n: stations },
      ...roundFigures('one-instance', one),
      ...roundFigures('two-instances', two),
      ...roundFigures('last-hour', lastHour),
      { name: 'base-bytes-per-registration', value: bytesEach, unit: 'bytes', n: two.ops },
      ...scanFigures('folder', inFolder),
    ];
  } finally {
    await load.end();
    await instances.close();
  }
}

/** The scans of the same day at two instances that keep them in an object store, a server of its own. */
export async function measureObjectStore(folder: string, size: ScaleSize): Promise<Figure[]> {
  const bucket = join(folder, 'bucket');
  mkdirSync(bucket, { recursive: true });
  const store = startChild('./scale/object-store-process.ts', [bucket]);
  const instances = await startInstances(folder, await store.ask<string>('url'));
  const load = startChild('./scale/load-process.ts', []);
  try {
    await enrolAll(instances, load, size);
    const { urls } = instances;
    const stations = size.academies * size.stationsEach;
    return scanFigures('object-store', await playScans({ instances, load, urls }, stations, size.scans));
  } finally {
    await load.end();
    await instances.close();
    await store.end();
  }
}

interface ScanRound extends Burst {
  scans: number;
  /** Processor milliseconds a scan. */
  centre: number;
}

/** The first scans of programs that have just started are not counted. */
async function playScans(
  { instances, load, urls }: { instances: Instances; load: Child; urls: string[] },
  stations: number,
  each: number,
): Promise<ScanRound> {
  await load.ask('scans', { urls, each: 1 });
  const [keptBefore, before] = [await instances.scansKept(), instances.processorSeconds()];
  const seen = await load.ask<Burst>('scans', { urls, each });
  const [keptAfter, after] = [await instances.scansKept(), instances.processorSeconds()];
  const scans = stations * each;
  if (keptAfter - keptBefore !== scans) throw new Error(`${keptAfter - keptBefore} scans kept of ${scans}`);
  return { ...seen, scans, centre: ((after.centre - before.centre) / scans) * 1000 };
}

function scanFigures(store: string, { scans, seconds, timesMs, centre }: ScanRound): Figure[] {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  return [
    { name: `${store}-scans-per-second`, value: scans / seconds, unit: '1/s', n: scans },
    { name: `${store}-scan-answer-p95`, value: p95, unit: 'ms', n: scans },
    { name: `${store}-centre-cpu-per-scan`, value: centre, unit: 'ms', n: scans },
  ];
}

interface Round extends Burst {
  ops: number;
  wireBytes: number;
  /** Processor milliseconds an op. */
  centre: number;
  postgres: number;
}

async function playRound(
  { instances, load, ops }: { instances: Instances; load: Child; ops: number },
  registrations: number,
  question: string,
  input: object,
): Promise<Round> {
  const wireBytes = await load.ask<number>('prepare', { registrations });
  const [keptBefore, before] = [await instances.opsKept(), instances.processorSeconds()];
  const seen = await load.ask<Burst>(question, input);
  const [keptAfter, after] = [await instances.opsKept(), instances.processorSeconds()];
  if (keptAfter - keptBefore !== ops) throw new Error(`${keptAfter - keptBefore} ops kept of ${ops}`);
  const each = (seconds: number) => (seconds / ops) * 1000;
  return {
    ...seen,
    ops,
    wireBytes,
    centre: each(after.centre - before.centre),
    postgres: each(after.postgres - before.postgres),
  };
}

async function enrolAll(instances: Instances, load: Child, size: ScaleSize): Promise<void> {
  const { academies, stationsEach } = size;
  const codes: string[] = [];
  for (let index = 0; index < academies * stationsEach; index += 1)
    codes.push(await instances.first.ask<string>('code'));
  await load.ask('enrol', { url: instances.urls[0], codes, academies });
}

function roundFigures(name: string, { ops, seconds, timesMs, ...round }: Round): Figure[] {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const answered = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  const n = sorted.length;
  return [
    { name: `${name}-registrations-per-second`, value: ops / seconds, unit: '1/s', n: ops },
    { name: `${name}-answer-p50`, value: answered(0.5), unit: 'ms', n },
    { name: `${name}-answer-p95`, value: answered(0.95), unit: 'ms', n },
    { name: `${name}-answer-max`, value: answered(1), unit: 'ms', n },
    { name: `${name}-centre-cpu-per-registration`, value: round.centre, unit: 'ms', n: ops },
    { name: `${name}-postgres-cpu-per-registration`, value: round.postgres, unit: 'ms', n: ops },
    { name: `${name}-wire-bytes-per-registration`, value: round.wireBytes / ops, unit: 'bytes', n: ops },
  ];
}
