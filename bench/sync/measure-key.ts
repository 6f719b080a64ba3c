import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importBatches } from '#central/index.ts';
import type { Job } from '#shared/contract/jobs.ts';
import type { Figure } from '../figures.ts';
import { closeLine, openLine, type BenchLine } from './bench-line.ts';
import { SCAN_BYTES } from './sizes.ts';

const OPS = 1_000;
const SCANS = 200;

/**
 * The way by USB key, there and back, through a folder of this machine's disk: the key's own speed comes on top. The station writes and reads
 * back; the import runs beside the centre, as its command does, over the centre's own PostgreSQL.
 */
export async function measureKey(folder: string): Promise<Figure[]> {
  // Each scan is an op too: the people and the papers they bring back make a thousand.
  const line = await openLine(join(folder, 'key'), { registrations: OPS - SCANS, scans: SCANS });
  const key = join(folder, 'usb');
  mkdirSync(key);
  const exported = await timed(() => exportTo(line, key));
  const files = readdirSync(key).map((name) => join(key, name));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const dataFolder = join(line.folder, 'centre');
  const place = { dataFolder, blobsFolder: join(dataFolder, 'blobs') };
  let receipts: Uint8Array[] = [];
  const imported = await timed(async () => {
    const outcomes = await importBatches(place, files);
    receipts = outcomes.map((outcome) => {
      if ('refused' in outcome) throw outcome.refused;
      return outcome.imported.receipt;
    });
  });
  const settled = await timed(async () => {
    for (const content of receipts)
      await line.station.ask('call', { name: 'batches.receipt', input: { content } });
  });
  await requireSettled(line);
  await closeLine(line);
  return [
    { name: 'key-export-seconds', value: exported, unit: 's', n: OPS },
    { name: 'key-import-seconds', value: imported, unit: 's', n: OPS },
    { name: 'key-receipt-seconds', value: settled, unit: 's', n: OPS },
    { name: 'key-bytes', value: bytes / (SCANS * SCAN_BYTES), unit: 'ratio to scans', n: SCANS },
  ];
}

async function exportTo({ station }: BenchLine, folder: string): Promise<void> {
  const { jobId } = await station.ask<{ jobId: string }>('call', {
    name: 'batches.export',
    input: { folder },
  });
  for (;;) {
    const { state, error } = await station.ask<Job>('call', { name: 'jobs.get', input: { id: jobId } });
    if (state === 'done') return;
    if (state !== 'running') throw new Error(`export ${state}: ${error?.code ?? ''}`);
    await sleep(20);
  }
}

async function requireSettled({ station }: BenchLine): Promise<void> {
  const status = await station.ask<{ opsPending: number; opsAcknowledged: number; scansPending: number }>(
    'call',
    { name: 'sync.status', input: {} },
  );
  if (status.opsPending + status.scansPending > 0 || status.opsAcknowledged !== OPS)
    throw new Error(`${status.opsAcknowledged} ops settled by the key`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return (performance.now() - startedAtMs) / 1000;
}
