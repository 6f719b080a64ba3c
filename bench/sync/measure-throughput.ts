import { join } from 'node:path';
import type { Figure } from '../figures.ts';
import { closeLine, fillOutbox, openLine, type BenchLine, type SyncSeen } from './bench-line.ts';
import { openPeerLine, type Durability, type PeerLine } from './measure-peer.ts';
import { openRawLine, type RawLine } from './measure-raw.ts';
import { readOps, signingSeconds } from './read-ops.ts';
import { WARM_UP } from './sizes.ts';

interface Size {
  registrations: number;
  scans: number;
  /** Each side in turn, so many times: a machine shared with others is not the same from one minute to the next. */
  rounds: number;
}

/** What one round saw, per second of each side. */
interface Round {
  registrations: number;
  /** From the moment all ops were answered to the end of the run. */
  scans: number;
  /** Of the whole run, their ops included. */
  scansWithOps: number;
  raw: number;
  peer: number;
  peerScans: number;
  asItComes: number;
  stationCpuMs: number;
  centreCpuMs: number;
}

/**
 * Registrations and scans a second, end to end and durable at both ends, beside PouchDB on the same ops, durable too and as it comes, and the
 * bare limit of files, in turns: the middle of the rounds, and the furthest.
 */
export async function measureThroughput(folder: string, size: Size): Promise<Figure[]> {
  const line = await openLine(join(folder, 'throughput'), WARM_UP);
  await line.station.ask<SyncSeen>('sync');
  const warmUp = await readOps(line.folder, WARM_UP.registrations);
  const raw = await openRawLine(folder);
  const peer = await openPeerLine(folder, 'durable', warmUp).catch(absent('durable'));
  const asItComes = await openPeerLine(folder, 'asItComes', warmUp).catch(absent('asItComes'));
  const rounds: Round[] = [];
  for (let round = 0; round < size.rounds; round += 1)
    rounds.push(await measureRound(line, { raw, peer, asItComes }, size, round));
  await closeLine(line);
  await raw.close();
  await peer?.close();
  await asItComes?.close();
  return figuresOf(size, rounds);
}

interface Others {
  raw: RawLine;
  peer: PeerLine | undefined;
  asItComes: PeerLine | undefined;
}

async function measureRound(line: BenchLine, others: Others, size: Size, round: number): Promise<Round> {
  const first = (round + 1) * 1_000_000;
  fillOutbox(line.folder, { first, registrations: size.registrations, scans: 0 });
  const texts = await readOps(line.folder, size.registrations);
  const centreBefore = await line.centre.ask<number>('cpuSeconds');
  const ops = await line.station.ask<SyncSeen>('sync');
  const centreCpuSeconds = (await line.centre.ask<number>('cpuSeconds')) - centreBefore;
  const peer = (await others.peer?.registrationsPerSecond(texts)) ?? 0;
  const asItComes = (await others.asItComes?.registrationsPerSecond(texts)) ?? 0;
  // They belong to one registration more; each paper that comes back is an op as well.
  fillOutbox(line.folder, { first: first + size.registrations, registrations: 1, scans: size.scans });
  const scans = await line.station.ask<SyncSeen>('sync', { ops: size.scans + 1 });
  requireAll(ops, scans, size);
  return {
    registrations: size.registrations / (ops.seconds + signingSeconds(texts)),
    scans: size.scans / (scans.seconds - scans.opsSeconds),
    scansWithOps: size.scans / scans.seconds,
    raw: await others.raw.scansPerSecond(size.scans),
    peer,
    peerScans: (await others.peer?.scansPerSecond(size.scans)) ?? 0,
    asItComes,
    stationCpuMs: (ops.cpuSeconds / size.registrations) * 1000,
    centreCpuMs: (centreCpuSeconds / size.registrations) * 1000,
  };
}

function figuresOf(size: Size, rounds: readonly Round[]): Figure[] {
  const sorted = (of: (round: Round) => number) => rounds.map(of).toSorted((a, b) => a - b);
  const middle = (of: (round: Round) => number) => sorted(of)[rounds.length >> 1] ?? 0;
  const figure = (name: string, unit: string, n: number, of: (round: Round) => number): Figure => {
    const value = middle(of);
    const [low = value, ...others] = sorted(of);
    const furthest = others.length > 0 ? { low, high: others.at(-1) ?? value } : {};
    return { name, value, unit, n: n * rounds.length, ...furthest };
  };
  const ops = (name: string, unit: string, of: (round: Round) => number) =>
    figure(name, unit, size.registrations, of);
  const scans = (name: string, unit: string, of: (round: Round) => number) =>
    figure(name, unit, size.scans, of);
  const against = (value: number) => (value > 0 ? { against: { name: 'pouchdb', value } } : {});
  const peer = middle((round) => round.peer);
  const peerScans = middle((round) => round.peerScans);
  const asItComes = middle((round) => round.asItComes);
  return [
    { ...ops('registrations-per-second', '1/s', (round) => round.registrations), ...against(peer) },
    ...(peer > 0
      ? [ops('registrations-against-pouchdb', 'ratio', (round) => round.registrations / round.peer)]
      : []),
    ...(asItComes > 0
      ? [
          ops(
            'registrations-against-pouchdb-undurable',
            'ratio',
            (round) => round.registrations / round.asItComes,
          ),
        ]
      : []),
    ops('station-cpu-per-registration', 'ms', (round) => round.stationCpuMs),
    ops('centre-cpu-per-registration', 'ms', (round) => round.centreCpuMs),
    scans('scans-per-second', '1/s', (round) => round.scans),
    { ...scans('scans-with-ops-per-second', '1/s', (round) => round.scansWithOps), ...against(peerScans) },
    scans('raw-scans-per-second', '1/s', (round) => round.raw),
    scans('scans-against-raw', 'ratio', (round) => round.scans / round.raw),
  ];
}

function requireAll(ops: SyncSeen, scans: SyncSeen, size: Size): void {
  const { opsAccepted, opsPending } = ops.summary;
  const { scansSent, scansPending } = scans.summary;
  if (opsAccepted !== size.registrations || opsPending !== 0) throw new Error(`${opsAccepted} ops accepted`);
  if (scansSent !== size.scans || scansPending !== 0) throw new Error(`${scansSent} scans sent`);
}

function absent(durability: Durability): (reason: unknown) => undefined {
  return (reason) => {
    process.stderr.write(`  PouchDB (${durability}) absent : ${String(reason)}\n`);
    return undefined;
  };
}
