import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createScanReader } from '#main/scan/index.ts';
import type { PageReading } from '#shared/contract/page-reading.ts';

/**
 * Reads files one after the other as a station does, in a process of its own so that its memory can be told: `bomb-process.ts <file>…`.
 * The first is an everyday scan, after which the reader is warm.
 */
export interface BombReport {
  read: { name: string; statuses: PageReading['status'][]; ms: number }[];
  /** The most memory that this process ever held. */
  peakMb: number;
}

const reader = createScanReader();
const read: BombReport['read'] = [];
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const startedAt = performance.now();
  const statuses: PageReading['status'][] = [];
  await reader.read([{ name: basename(path), bytes }], () => 'foreign', {
    onPage: ({ reading }) => statuses.push(reading.status),
  });
  read.push({ name: basename(path), statuses, ms: performance.now() - startedAt });
}
await reader.close();
const report: BombReport = { read, peakMb: peakKb() / 1024 };
process.stdout.write(JSON.stringify(report));

/** Of this process: on Linux what the system counts elsewhere may be its parent's. */
function peakKb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
