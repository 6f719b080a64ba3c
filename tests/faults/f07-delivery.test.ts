import { describe, expect, it } from 'vitest';
import { stationDigest } from '#main/sync/index.ts';
import { BLOB_CHUNK_BYTES } from '#shared/protocol/limits.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { anEnrolledStation } from '../builders/protocol-station.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';
import { createRandom } from './harness/random.ts';
import { aProxy } from './proxy.ts';

const postgres = usePostgres();

describe('F7: the same request is delivered again', () => {
  it.each([1, 9])('%i times more by the line: one row of each', async (times) => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    station.register(3);
    await station.enrolAt(central, proxy.url);
    proxy.breakNext('POST /v1/ops ', { kind: 'deliverAgain', times });
    await station.sync();
    const { ops, records, securityEvents } = await central.figures();
    expect({ ops, records, securityEvents, queue: station.outbox().map(({ state }) => state) }).toEqual({
      ops: 3,
      records: 3,
      securityEvents: 0,
      queue: ['acknowledged', 'acknowledged', 'acknowledged'],
    });
  });

  it('ten times at once by the station: ten answers with the same receipt', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const { line } = station.op();
    const replies = await Promise.all(Array.from({ length: 10 }, () => station.sendLines([line])));
    expect({
      receipts: new Set(replies.map(({ receipts }) => JSON.stringify(receipts))).size,
      verdicts: replies.map(({ verdicts }) => verdicts[0]?.verdict).sort(),
      ops: (await central.figures()).ops,
    }).toEqual({ receipts: 1, verdicts: ['accepted', ...Array<string>(9).fill('duplicate')], ops: 1 });
  });
});

describe('F9: the answer is cut on its way', () => {
  it.each([1, 100, 600])(
    'after %i bytes: nothing counts as received before it is asked again',
    async (bytes) => {
      const central = await aCentral(postgres);
      const proxy = await aProxy(() => central.url);
      const station = aSyncStation();
      station.register(3);
      await station.enrolAt(central, proxy.url);
      proxy.breakNext('POST /v1/ops ', { kind: 'cutReplyAfter', bytes });
      await expect(station.sync({ retryDelaysMs: [] })).rejects.toMatchObject({ code: 'server-unreachable' });
      const unsure = station.outbox().map(({ state }) => state);
      const { opsAccepted, opsDuplicate } = await station.sync();
      expect({ unsure, opsAccepted, opsDuplicate }).toEqual({
        unsure: ['pending', 'pending', 'pending'],
        opsAccepted: 0,
        opsDuplicate: 3,
      });
    },
  );

  it('the bytes of a scan that arrived do not travel again', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    const [number = ''] = station.register();
    const scan = someBytes(3 * BLOB_CHUNK_BYTES);
    station.attach(number, scan);
    await station.enrolAt(central, proxy.url);
    proxy.breakNext(`upload-offset: ${2 * BLOB_CHUNK_BYTES}`, { kind: 'cutReplyAfter', bytes: 20 });
    expect((await station.sync()).scansPending).toBe(0);
    expect(proxy.sentBytes()).toBeLessThan(scan.length + 20_000);
  });
});

describe('F20: a line that hardly is one', () => {
  it('a portal’s page, a gateway’s error, cuts and a slow answer: what is done stays done, and it ends', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    const numbers = station.register(4);
    for (const number of numbers) station.attach(number, someBytes(50_000));
    await station.enrolAt(central, proxy.url);
    proxy.slowDown(20);
    const page = '<html><body>Bienvenue sur le réseau</body></html>';
    const waiting: number[] = [];
    for (const fault of [
      { kind: 'answerInstead', status: '200 OK', body: page },
      { kind: 'answerInstead', status: '502 Bad Gateway', body: page },
      { kind: 'cutReplyAfter', bytes: 30 },
      { kind: 'cutRequestAfter', bytes: 300 },
      { kind: 'swallow', forMs: 50 },
    ] as const) {
      proxy.breakNext(waiting.length === 0 ? 'POST /v1/ops ' : 'POST /v1/blobs', fault);
      await station.sync({ retryDelaysMs: [] }).catch(() => undefined);
      waiting.push(
        Number(
          station.database.get(
            `SELECT (SELECT count(*) FROM outbox_op WHERE state = 'pending') + (SELECT count(*) FROM outbox_blob WHERE state = 'pending') AS n`,
          )?.['n'],
        ),
      );
    }
    const { opsPending, scansPending } = await station.sync();
    expect({
      neverBack: waiting.every((left, index) => left <= (waiting[index - 1] ?? left)),
      untouchedByPortal: waiting[0],
      opsPending,
      scansPending,
      same: (await central.figures()).recordsSha256 === stationDigest(station.database),
    }).toEqual({ neverBack: true, untouchedByPortal: 12, opsPending: 0, scansPending: 0, same: true });
  });

  it('64 kbit/s, a quarter of a second there and back, three sendings in ten lost: each attempt keeps what it gained, and it ends', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    for (const number of station.register(3)) station.attach(number, someBytes(3_000));
    await station.enrolAt(central, proxy.url);
    proxy.slowDown(120, 8_000);
    proxy.loseSome(0.3, createRandom(20));
    const left = () =>
      Number(
        station.database.get(
          `SELECT (SELECT count(*) FROM outbox_op WHERE state = 'pending') + (SELECT count(*) FROM outbox_blob WHERE state = 'pending') AS n`,
        )?.['n'],
      );
    const waiting = [left()];
    while (waiting.at(-1) !== 0 && waiting.length < 20) {
      await station.sync().catch(() => undefined);
      waiting.push(left());
    }
    expect({
      left: waiting.at(-1),
      neverBack: waiting.every((n, index) => n <= (waiting[index - 1] ?? n)),
      wasBroken: proxy.brokenCount() > 0,
      same: (await central.figures()).recordsSha256 === stationDigest(station.database),
    }).toEqual({ left: 0, neverBack: true, wasBroken: true, same: true });
  });
});
