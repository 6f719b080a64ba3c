import { join } from 'node:path';
import type { Figure } from '../figures.ts';
import { closeLine, fillOutbox, openLine, startStation, type SyncSeen } from './bench-line.ts';
import { openCountingLine, type CountingLine } from './counting-line.ts';
import { readOps } from './read-ops.ts';
import { SCAN_BYTES } from './sizes.ts';

const OPS = 1_000;
const SCANS = 20;
const CUT = { registrations: 500, scans: 4, trials: 8 };
const CHUNK_BYTES = 256 * 1024;
const EMPTY_RUNS = 20;

/** Bytes on the line, what an empty run costs, and what a cut at a random byte wastes. */
export async function measureWire(folder: string): Promise<Figure[]> {
  let counting: CountingLine | undefined;
  const line = await openLine(join(folder, 'wire'), { registrations: OPS, scans: 0 }, async (url) => {
    counting = await openCountingLine(url);
    return counting.url;
  });
  if (!counting) throw new Error('no line');
  counting.take();
  await line.station.ask<SyncSeen>('sync');
  const ops = counting.take();
  fillOutbox(line.folder, { first: 10_000, registrations: SCANS, scans: SCANS });
  await line.station.ask<SyncSeen>('sync');
  const scans = counting.take();
  const empty = await emptyRuns(line.station, counting);
  const waste = await cutRuns(line.folder, line.station, counting, ops.sent / Math.ceil(OPS / 500));
  await closeLine(line);
  counting.close();
  const json = (await readOps(line.folder, OPS)).reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);
  return [
    { name: 'wire-ops', value: ops.sent / json, unit: 'ratio', n: OPS },
    { name: 'wire-ops-both-ways', value: (ops.sent + ops.received) / json, unit: 'ratio', n: OPS },
    { name: 'wire-scans', value: scans.sent / (SCANS * SCAN_BYTES), unit: 'ratio', n: SCANS },
    ...empty,
    waste,
  ];
}

async function emptyRuns(
  station: ReturnType<typeof startStation>,
  counting: CountingLine,
): Promise<Figure[]> {
  const times: number[] = [];
  for (let run = 0; run < EMPTY_RUNS; run += 1)
    times.push((await station.ask<SyncSeen>('sync')).seconds * 1000);
  const { sent, received } = counting.take();
  const median = times.toSorted((a, b) => a - b)[EMPTY_RUNS / 2] ?? 0;
  return [
    { name: 'empty-sync-bytes', value: (sent + received) / EMPTY_RUNS, unit: 'bytes', n: EMPTY_RUNS },
    { name: 'empty-sync-ms', value: median, unit: 'ms', n: EMPTY_RUNS },
  ];
}

/** Against a first run of the same sizes without a cut. As a share of what may be wasted: one chunk and one batch. */
async function cutRuns(
  folder: string,
  station: ReturnType<typeof startStation>,
  counting: CountingLine,
  batchBytes: number,
): Promise<Figure> {
  const { registrations, scans, trials } = CUT;
  const sizes: number[] = [];
  for (let trial = 0; trial <= trials; trial += 1) {
    fillOutbox(folder, { first: 100_000 * (trial + 1), registrations, scans });
    counting.take();
    if (trial > 0) counting.cutAfter(Math.ceil(Math.random() * (sizes[0] ?? 0)));
    await station.ask<SyncSeen>('sync');
    sizes.push(counting.take().sent);
  }
  const [undisturbed = 0, ...cut] = sizes;
  const worst = Math.max(...cut) - undisturbed;
  return {
    name: 'cut-waste',
    value: worst / (CHUNK_BYTES + batchBytes),
    unit: 'of a chunk and a batch',
    n: trials,
  };
}
