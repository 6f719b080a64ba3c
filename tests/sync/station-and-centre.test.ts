import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eraseOps } from '#main/domains/outbox/index.ts';
import { runSync, stationDigest } from '#main/sync/index.ts';
import { BLOB_CHUNK_BYTES } from '#shared/protocol/limits.ts';
import { GuichetError } from '#shared/errors.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';
import { aProxy } from '../faults/proxy.ts';

const postgres = usePostgres();
const NOTHING_SENT = { state: 'pending', verdict: null, reason: null };

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof GuichetError ? error.code : `no GuichetError: ${String(error)}`;
}

/** An enrolled station whose line now leads elsewhere. */
function pointAt(station: SyncStation, url: string): void {
  station.database.run('UPDATE central_server SET url = ?', url);
}

async function aWebPage(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a station that destroyed files before it was enrolled', () => {
  it('is told that its chain cannot be checked, before the centre is asked anything', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    station.register(2);
    const { record_id: recordId } = station.database.get('SELECT record_id FROM outbox_op LIMIT 1') ?? {};
    eraseOps(station.database, String(recordId));
    expect([await failureOf(station.enrolAt(central)), (await central.figures()).stations]).toEqual([
      'purged-alone',
      0,
    ]);
  });
});

describe('a station that sends what it registered', () => {
  it('ends with the same registrations as the centre, a receipt for each op and scan, and nothing waiting', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    const [first = '', second = ''] = station.register(3);
    station.amend(first, { 'identification.phone': null, 'identification.email': 'nouvelle@example.org' });
    station.amend(first, { 'identification.phone': '06 00 00 00 02', 'examPapers.optional': ['EF1'] });
    station.attach(second, someBytes());
    await station.enrolAt(central);

    expect(await station.sync()).toEqual({
      opsSent: 6,
      opsAccepted: 6,
      opsDuplicate: 0,
      opsRefused: 0,
      scansSent: 1,
      scansAlreadyThere: 0,
      receiptsKept: 2,
      filesRenewed: 0,
      filesUnreadable: 0,
      opsPending: 0,
      scansPending: 0,
    });
    const { ops, records, blobs, recordsSha256 } = await central.figures();
    expect({ ops, records, blobs, recordsSha256 }).toEqual({
      ops: 6,
      records: 3,
      blobs: 1,
      recordsSha256: stationDigest(station.database),
    });
  });
});

describe('a reply lost after the centre committed', () => {
  it('is a duplicate at the next attempt: one row, one receipt', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    station.register(3);
    await station.enrolAt(central, proxy.url);
    proxy.breakNext('POST /v1/ops ', { kind: 'loseReply' });

    const { opsAccepted, opsDuplicate, opsPending } = await station.sync();
    expect({ opsAccepted, opsDuplicate, opsPending }).toEqual({
      opsAccepted: 0,
      opsDuplicate: 3,
      opsPending: 0,
    });
    expect((await central.figures()).ops).toBe(3);
    expect(station.receipts()).toEqual(
      (await central.rows('SELECT signed FROM receipt')).map(({ signed }) => payloadText(signed)),
    );
  });

  it('of an enrolment is asked again with the same code', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation({ block: '7001' });
    proxy.breakNext('POST /v1/enrolments', { kind: 'loseReply' });

    expect((await station.enrolAt(central, proxy.url)).block).toBe('7001');
    expect((await central.figures()).stations).toBe(1);
  });
});

describe('a centre that cannot be reached', () => {
  it('leaves the queue intact and says so', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    station.register();
    await station.enrolAt(central);
    pointAt(station, 'http://127.0.0.1:9');

    expect(await failureOf(station.sync())).toBe('server-unreachable');
    expect(station.outbox()).toEqual([NOTHING_SENT]);
    expect(station.database.get('SELECT last_error FROM central_server')).toEqual({
      last_error: 'server-unreachable',
    });
  });
});

describe('whatever else answers', () => {
  it.each([
    ['a captive portal’s page', 200, '<html><body>Bienvenue sur le réseau</body></html>', {}],
    ['a captive portal’s redirection', 302, '', { location: 'http://portail.example/' }],
    ['JSON that nobody signed', 200, '{"kind":"hello","station":null}', {}],
    [
      'a signature that proves nothing',
      200,
      JSON.stringify({ keyId: '0'.repeat(16), payload: {}, signature: 'x' }),
      {},
    ],
  ])('%s acknowledges nothing', async (_what, status, body, headers) => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    station.register();
    await station.enrolAt(central);
    pointAt(station, await aWebPage(status, body, headers));

    expect(await failureOf(station.sync())).toBe('server-nonsense');
    expect(station.outbox()).toEqual([NOTHING_SENT]);
  });

  it('another centre is recognised by its key before anything is sent', async () => {
    const central = await aCentral(postgres);
    const other = await aCentral(postgres);
    const station = aSyncStation();
    station.register();
    await station.enrolAt(central);
    pointAt(station, other.url);

    expect(await failureOf(station.sync())).toBe('server-changed');
    expect(station.outbox()).toEqual([NOTHING_SENT]);
    expect((await other.figures()).ops).toBe(0);
  });

  it('a reply played again from an earlier request is no answer', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    station.register();
    await station.enrolAt(central);
    const old = await fetch(`${central.url}/v1/hello`, { headers: { 'guichet-nonce': 'a'.repeat(32) } });
    pointAt(station, await aWebPage(200, await old.text()));

    expect(await failureOf(station.sync())).toBe('server-nonsense');
  });
});

describe('a scan cut on its way', () => {
  it('goes on where the centre stands, and wastes no more than one chunk', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    const [number = ''] = station.register();
    const scan = someBytes(4 * BLOB_CHUNK_BYTES);
    const sha256 = station.attach(number, scan);
    await station.enrolAt(central, proxy.url);
    proxy.breakNext(`upload-offset: ${2 * BLOB_CHUNK_BYTES}`, { kind: 'cutRequestAfter', bytes: 100_000 });

    const { scansSent, scansPending } = await station.sync();
    expect({ scansSent, scansPending }).toEqual({ scansSent: 1, scansPending: 0 });
    expect(await central.rows('SELECT sha256, size FROM blob')).toEqual([
      { sha256, size: String(scan.length) },
    ]);
    expect(proxy.sentBytes()).toBeLessThan(scan.length + BLOB_CHUNK_BYTES + 20_000);
  });

  it('of a usual size goes in one request, and what came before the cut does not travel again', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    const [number = ''] = station.register();
    const scan = someBytes(500_000);
    const sha256 = station.attach(number, scan);
    await station.enrolAt(central, proxy.url);
    proxy.breakNext('POST /v1/blobs HTTP', { kind: 'cutRequestAfter', bytes: 300_000 });

    expect((await station.sync()).scansPending).toBe(0);
    expect(await central.rows('SELECT sha256 FROM blob')).toEqual([{ sha256 }]);
    expect(proxy.sentBytes()).toBeLessThan(scan.length + BLOB_CHUNK_BYTES / 2);
  });

  it('is complete although its last reply was lost', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    const [number = ''] = station.register();
    const scan = someBytes(2 * BLOB_CHUNK_BYTES);
    station.attach(number, scan);
    await station.enrolAt(central, proxy.url);
    proxy.breakNext(`upload-offset: ${BLOB_CHUNK_BYTES}`, { kind: 'loseReply' });

    expect((await station.sync()).scansPending).toBe(0);
    expect(proxy.sentBytes()).toBeLessThan(scan.length + 20_000);
  });
});

describe('a run', () => {
  it('stops between two requests when cancelled, and the next run finishes it', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    station.register(501);
    await station.enrolAt(central);
    const controller = new AbortController();
    const reports: string[] = [];
    const report = ({ label }: { label: string }) => {
      reports.push(label);
      controller.abort();
    };

    expect(await failureOf(station.sync({ signal: controller.signal, report }))).toBe('cancelled');
    expect(reports).toEqual(['250 envois sur 501']);
    expect((await station.sync()).opsPending).toBe(0);
    expect((await central.figures()).recordsSha256).toBe(stationDigest(station.database));
  });

  it('needs an enrolment first', async () => {
    const { context } = aSyncStation();
    const handle = { signal: new AbortController().signal, report: () => undefined };
    expect(await failureOf(runSync(context, handle))).toBe('not-enrolled');
  });

  it('tells apart a base école and a real centre', async () => {
    const central = await aCentral(postgres, { training: true });
    const station = aSyncStation({ training: false });
    expect(await failureOf(station.enrolAt(central))).toBe('training-mismatch');
  });

  it('at a centre nobody told its kind decides it for ever, for other instances and later starts too', async () => {
    const undecided = await aCentral(postgres);
    const other = await aCentral(postgres, { databaseUrl: undecided.databaseUrl });
    const before = await other.isTraining();
    await aSyncStation({ training: true }).enrolAt(undecided);
    const real = await failureOf(aSyncStation({ training: false }).enrolAt(other));
    const restart = aCentral(postgres, { databaseUrl: undecided.databaseUrl, training: false });
    await expect(restart).rejects.toThrow('cannot share a database');
    expect([before, await other.isTraining(), real]).toEqual([null, true, 'training-mismatch']);
  });
});

describe('a centre restored from a backup', () => {
  it('changes its epoch, and receives again what it had lost', async () => {
    const before = await aCentral(postgres);
    const station = aSyncStation();
    const [number = ''] = station.register(2);
    await station.enrolAt(before);
    await station.sync();
    await before.close();
    const backup = await postgres.copyOf(before.databaseUrl);
    const { databaseUrl, dataFolder } = before;
    const after = await aCentral(postgres, { databaseUrl, dataFolder });
    pointAt(station, after.url);
    station.amend(number, { 'identification.locality': 'Antibes' });
    station.attach(number, someBytes(1000));
    await station.sync();
    await after.close();

    const restored = await aCentral(postgres, { databaseUrl: backup, dataFolder });
    pointAt(station, restored.url);
    const { opsAccepted, scansSent } = await station.sync();
    expect({ opsAccepted, scansSent }).toEqual({ opsAccepted: 2, scansSent: 1 });
    expect((await restored.figures()).recordsSha256).toBe(stationDigest(station.database));
  });
});

function payloadText(signed: unknown): string {
  const { payload } = JSON.parse(String(signed)) as { payload: Record<string, unknown> };
  return JSON.stringify(Object.fromEntries(Object.entries(payload).sort(([a], [b]) => (a < b ? -1 : 1))));
}
