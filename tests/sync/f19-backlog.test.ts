import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { queueItems } from '#main/domains/outbox/index.ts';
import { stationDigest } from '#main/sync/index.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();
const REGISTRATIONS = 1_250;
const SCANS = 10;
/** What two requests hold: all that a run may have sent in vain. */
const UNANSWERED_OPS = 500;
const MIB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Of station and centre, which share this process, once what nobody needs is gone. */
function heldMiB(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MIB;
}

/** A week without a line: one in a hundred and twenty-five brought a paper back. */
function aBacklog(): SyncStation {
  const station = aSyncStation();
  const numbers = station.register(REGISTRATIONS);
  for (let index = 0; index < SCANS; index += 1)
    station.attach(numbers[index * (REGISTRATIONS / SCANS)] ?? '', someBytes(300_000));
  return station;
}

describe('F19: a backlog after a week without a line', () => {
  it('leaves with memory that does not grow, the queue readable newest first, and goes on where it was stopped', async () => {
    const central = await aCentral(postgres);
    const station = aBacklog();
    await station.enrolAt(central);
    const newest = station.database.get('SELECT max(station_seq) AS seq FROM outbox_op')?.['seq'];
    const held: number[] = [];
    const read: { newestFirst: boolean; count: number }[] = [];
    const stop = new AbortController();
    const watch = (stopAfter: number) => () => {
      const seqs = queueItems(station.database).map(({ stationSeq }) => stationSeq);
      const isSorted = seqs.every((seq, index) => index === 0 || seq < (seqs[index - 1] ?? 0));
      read.push({ newestFirst: isSorted && seqs[0] === newest, count: seqs.length });
      held.push(heldMiB());
      if (held.length === stopAfter) stop.abort();
    };

    await station.sync({ signal: stop.signal, report: watch(2) }).catch(() => undefined);
    const before = station.outbox().filter(({ state }) => state === 'acknowledged').length;
    const second = await station.sync({ report: watch(Infinity) });

    // Stopped on its way: what was unanswered then may have been settled since, or not.
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(REGISTRATIONS);
    expect(new Set(read.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ newestFirst: true, count: 200 })]),
    );
    expect(second).toMatchObject({ opsPending: 0, scansPending: 0, scansSent: SCANS });
    expect(second.opsDuplicate).toBeLessThanOrEqual(UNANSWERED_OPS);
    const { records, recordsSha256, blobs } = await central.figures();
    expect({ records, recordsSha256, blobs }).toEqual({
      records: REGISTRATIONS,
      recordsSha256: stationDigest(station.database),
      blobs: SCANS,
    });
    // A batch and its reply weigh up to 10 MiB while they are read: what is kept shows between two of them.
    expect(Math.min(...held.slice(-4)) - Math.max(...held.slice(0, 2))).toBeLessThan(10);
  });
});
