import { join } from 'node:path';
import type { Figure } from '../figures.ts';
import { inventedAnswers, inventedNewcomer } from '../register/invented-people.ts';
import { timed } from '../register/timing.ts';
import { closeLine, openLine, type LoopLag, type SyncSeen } from './bench-line.ts';
import { peakMemoryMiB, type Child } from './child.ts';

const PAUSE_MS = 100;
const SAVES = 200;
const FIRST_PERSON = 50_000_000;

/**
 * What waits after a week without a line, sent while a clerk goes on working: an act is a real command asked from another process, as
 * a window does, so that waiting for a busy core counts.
 */
export async function measureBacklog(
  folder: string,
  size: { registrations: number; scans: number },
): Promise<Figure[]> {
  const line = await openLine(join(folder, 'backlog'), size);
  let person = FIRST_PERSON;
  const save = () => {
    person += 1;
    const answers = inventedAnswers(inventedNewcomer(person), person);
    return line.station.ask('call', { name: 'registrations.register', input: { answers } });
  };
  const saves: number[] = [];
  for (let count = 0; count < SAVES; count += 1) saves.push(await timed(save));

  await line.station.ask('watchLoop');
  const sending = line.station.ask<SyncSeen>('sync');
  const acts = await actsUntil(sending, line.station, save);
  const { seconds, summary } = await sending;
  const lag = await line.station.ask<LoopLag>('loopLag');
  if (summary.scansSent !== size.scans || summary.opsAccepted < size.registrations)
    throw new Error(`backlog: ${JSON.stringify(summary)}`);
  const memory = [peakMemoryMiB(line.station.pid), peakMemoryMiB(line.centre.pid)];
  await closeLine(line);
  const all = [...acts.values()].flat();
  return [
    { name: 'local-save-p99', value: quantile(saves, 0.99), unit: 'ms', n: saves.length },
    { name: 'backlog-seconds', value: seconds, unit: 's', n: size.registrations + size.scans },
    { name: 'backlog-station-memory', value: memory[0] ?? 0, unit: 'MiB', n: 1 },
    { name: 'backlog-centre-memory', value: memory[1] ?? 0, unit: 'MiB', n: 1 },
    { name: 'window-act-p95', value: quantile(all, 0.95), unit: 'ms', n: all.length },
    { name: 'window-act-max', value: Math.max(...all), unit: 'ms', n: all.length },
    ...[...acts].map(([name, times]) => actFigure(name, times)),
    { name: 'core-lag-p99', value: lag.p99Ms, unit: 'ms', n: lag.count },
    { name: 'core-lag-max', value: lag.maxMs, unit: 'ms', n: lag.count },
  ];
}

type Act = 'search' | 'open' | 'save';

/** A search, an opening, a save, as long as the sending lasts. */
async function actsUntil(
  sending: Promise<unknown>,
  station: Child,
  save: () => Promise<unknown>,
): Promise<Map<Act, number[]>> {
  const ended = sending.then(
    () => true,
    () => true,
  );
  const call = (name: string, input: object) => station.ask('call', { name, input });
  const query = { query: 'personne12@example.org' };
  const [found] = await station.ask<{ registrationNumber: string }[]>('call', {
    name: 'registrations.search',
    input: query,
  });
  const number = found?.registrationNumber;
  const acts: [Act, () => Promise<unknown>][] = [
    ['search', () => call('registrations.search', query)],
    ['open', () => call('registrations.get', { number })],
    ['save', save],
  ];
  const times = new Map<Act, number[]>(acts.map(([name]) => [name, []]));
  const pause = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), PAUSE_MS));
  for (let turn = 0; !(await Promise.race([ended, pause()])); turn += 1) {
    const [name, act] = acts[turn % acts.length]!;
    times.get(name)?.push(await timed(act));
  }
  return times;
}

function actFigure(name: Act, times: readonly number[]): Figure {
  return { name: `window-${name}-p95`, value: quantile(times, 0.95), unit: 'ms', n: times.length };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
