import { join } from 'node:path';
import type { Figure } from '../figures.ts';
import { closeLine, fillOutbox, openLine, type SyncSeen } from './bench-line.ts';
import { measurePeer, type PeerSpeed } from './measure-peer.ts';
import { rawScansPerSecond } from './measure-raw.ts';
import { readOps, signingSeconds } from './read-ops.ts';
import { SCAN_BYTES, WARM_UP } from './sizes.ts';

interface Size {
  registrations: number;
  scans: number;
}

/**
 * Registrations and scans a second, end to end and durable at both ends, beside PouchDB on the same ops, durable too and as it comes, and the
 * bare limit of files, all in one run.
 */
export async function measureThroughput(folder: string, size: Size): Promise<Figure[]> {
  const line = await openLine(join(folder, 'throughput'), WARM_UP);
  await line.station.ask<SyncSeen>('sync');
  fillOutbox(line.folder, { first: 1_000_000, registrations: size.registrations, scans: 0 });
  const centreBefore = await line.centre.ask<number>('cpuSeconds');
  const ops = await line.station.ask<SyncSeen>('sync');
  const centreCpuSeconds = (await line.centre.ask<number>('cpuSeconds')) - centreBefore;
  // The scans belong to one registration more, so that they are timed almost alone.
  fillOutbox(line.folder, { first: 2_000_000, registrations: 1, scans: size.scans });
  const scans = await line.station.ask<SyncSeen>('sync');
  requireAll(ops, scans, size);
  await closeLine(line);

  const texts = await readOps(line.folder, size.registrations);
  const raw = await rawScansPerSecond(folder, size.scans, SCAN_BYTES);
  const load = { ops: texts, scans: size.scans, scanBytes: SCAN_BYTES };
  const peer = await measurePeer(folder, 'durable', load).catch(absent);
  const asItComes = await measurePeer(folder, 'asItComes', load).catch(absent);
  const peers = { peer, asItComes };
  return figuresOf(size, { ops, scans, centreCpuSeconds, raw, peers, signing: signingSeconds(texts) });
}

interface Seen {
  ops: SyncSeen;
  scans: SyncSeen;
  centreCpuSeconds: number;
  raw: number;
  peers: { peer: PeerSpeed | undefined; asItComes: PeerSpeed | undefined };
  signing: number;
}

function figuresOf(size: Size, { ops, scans, centreCpuSeconds, raw, peers, signing }: Seen): Figure[] {
  const { peer, asItComes } = peers;
  const perSecond = size.registrations / (ops.seconds + signing);
  const scansPerSecond = size.scans / scans.seconds;
  const against = (value: number | undefined) =>
    value === undefined ? {} : { against: { name: 'pouchdb', value } };
  return [
    {
      name: 'registrations-per-second',
      value: perSecond,
      unit: '1/s',
      n: size.registrations,
      ...against(peer?.registrationsPerSecond),
    },
    ...(peer
      ? [ratio('registrations-against-pouchdb', perSecond, peer.registrationsPerSecond, size.registrations)]
      : []),
    ...(asItComes
      ? [
          ratio(
            'registrations-against-pouchdb-undurable',
            perSecond,
            asItComes.registrationsPerSecond,
            size.registrations,
          ),
        ]
      : []),
    {
      name: 'station-cpu-per-registration',
      value: (ops.cpuSeconds / size.registrations) * 1000,
      unit: 'ms',
      n: size.registrations,
    },
    {
      name: 'centre-cpu-per-registration',
      value: (centreCpuSeconds / size.registrations) * 1000,
      unit: 'ms',
      n: size.registrations,
    },
    {
      name: 'scans-per-second',
      value: scansPerSecond,
      unit: '1/s',
      n: size.scans,
      ...against(peer?.scansPerSecond),
    },
    { name: 'raw-scans-per-second', value: raw, unit: '1/s', n: size.scans },
    ratio('scans-against-raw', scansPerSecond, raw, size.scans),
  ];
}

function requireAll(ops: SyncSeen, scans: SyncSeen, size: Size): void {
  const { opsAccepted, opsPending } = ops.summary;
  const { scansSent, scansPending } = scans.summary;
  if (opsAccepted !== size.registrations || opsPending !== 0) throw new Error(`${opsAccepted} ops accepted`);
  if (scansSent !== size.scans || scansPending !== 0) throw new Error(`${scansSent} scans sent`);
}

function ratio(name: string, value: number, to: number, n: number): Figure {
  return { name, value: value / to, unit: 'ratio', n };
}

function absent(reason: unknown): PeerSpeed | undefined {
  process.stderr.write(`  PouchDB absent : ${String(reason)}\n`);
  return undefined;
}
