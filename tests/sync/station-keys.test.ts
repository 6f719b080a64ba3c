import { describe, expect, it } from 'vitest';
import { enrolAgain, rotateKey, stationDigest } from '#main/sync/index.ts';
import { keySinceMs } from '#main/sync/rotate-key.ts';
import { isKeyOld } from '#shared/rules/key-age.ts';
import { aBatch, refusalsOf, settle, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aClock } from '../builders/clock.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';
import { aProxy } from '../faults/proxy.ts';

const postgres = usePostgres();

async function anEnrolled(central: TestCentral, url = central.url): Promise<SyncStation> {
  const station = aSyncStation();
  await station.enrolAt(central, url);
  // It learns from the first greeting that this centre follows.
  await station.sync();
  return station;
}

const statesOf = (station: SyncStation) => station.outbox().map(({ state }) => state);
const historyOf = (central: TestCentral) =>
  central.rows(
    'SELECT last_seq::int AS last_seq, statement IS NOT NULL AS proven FROM former_station_key ORDER BY ordinal',
  );

describe('a station that changes its signing key', () => {
  it('is followed by the line, with what waited under the old one, though the answer was lost', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = await anEnrolled(central, proxy.url);
    const [number = ''] = station.register(2);
    station.attach(number, someBytes(1000));
    rotateKey(station.context);
    station.register();
    const { keyId } = rotateKey(station.context);
    rotateKey(station.context);
    station.register();
    proxy.breakNext('POST /v1/stations/keys', { kind: 'loseReply' });
    const { opsPending, opsRefused, scansPending } = await station.sync();
    expect({
      left: [opsPending, opsRefused, scansPending],
      keyId: keyId.length,
      history: await historyOf(central),
      same: (await central.figures()).recordsSha256 === stationDigest(station.database),
    }).toEqual({
      left: [0, 0, 0],
      keyId: 16,
      history: [
        { last_seq: 3, proven: true },
        { last_seq: 4, proven: true },
        { last_seq: 4, proven: true },
      ],
      same: true,
    });
  });

  it('while an envoi is under way, ends it there; the next one sends the rest under the new key', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolled(central);
    station.register(600);
    let isChanged = false;
    const report = () => {
      if (isChanged) return;
      isChanged = true;
      rotateKey(station.context);
      station.register();
    };
    await expect(station.sync({ report })).rejects.toThrow(
      expect.objectContaining({ code: 'station-in-use' }),
    );
    const { opsPending, opsRefused } = await station.sync();
    expect([opsPending, opsRefused, (await central.figures()).recordsSha256]).toEqual([
      0,
      0,
      stationDigest(station.database),
    ]);
  });

  it('is followed by key: one batch sealed before the change, one after it', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolled(central);
    station.register();
    const before = await aBatch(station, aFolder());
    rotateKey(station.context);
    station.register(2);
    const after = await aBatch(station, aFolder());
    for (const files of [after, before]) {
      const [imported] = await takenIn(central, files);
      if (imported) settle(station, imported.receipt);
    }
    expect([statesOf(station).slice(0, 1), await historyOf(central)]).toEqual([
      ['acknowledged'],
      [{ last_seq: 1, proven: true }],
    ]);
    await station.sync();
    expect(statesOf(station)).toEqual(Array(3).fill('acknowledged'));
  });

  it('is not heard any more under the old one in a batch that has no op: its files are kept, nothing is confirmed', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolled(central);
    const [number = ''] = station.register();
    station.attach(number, someBytes(1000));
    await station.sync();
    // As a station that has its receipts, and waits for one scan only.
    station.database.run(`UPDATE outbox_blob SET state = 'pending'`);
    station.database.run('UPDATE receipt SET confirmed_at_ms = NULL');
    const files = await aBatch(station, aFolder());
    rotateKey(station.context);
    await station.sync();
    await central.rows('UPDATE receipt SET confirmed_ms = NULL');
    const [imported] = await takenIn(central, files);
    const [row] = await central.rows('SELECT count(confirmed_ms)::int AS confirmed FROM receipt');
    expect([imported?.scans.map(({ state }) => state), row]).toEqual([['already-there'], { confirmed: 0 }]);
  });

  it('tells a centre restored from before the change once more, and goes on', async () => {
    const first = await aCentral(postgres);
    const station = await anEnrolled(first);
    await first.close();
    const backup = await postgres.copyOf(first.databaseUrl);
    const { databaseUrl, dataFolder } = first;
    const central = await aCentral(postgres, { databaseUrl, dataFolder });
    const leadTo = (url: string) => station.database.run('UPDATE central_server SET url = ?', url);
    leadTo(central.url);
    rotateKey(station.context);
    station.register();
    await station.sync();
    await central.close();
    const restored = await aCentral(postgres, { databaseUrl: backup, dataFolder });
    leadTo(restored.url);
    const { opsPending } = await station.sync();
    expect([opsPending, (await restored.figures()).recordsSha256]).toEqual([
      0,
      stationDigest(station.database),
    ]);
  });

  it('that two machines changed each for itself is suspended, and may be attached again', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolled(central);
    station.register();
    await forkKey(station);
    const failure = await station.sync().catch((error: { code?: string }) => error.code);
    const code = await central.createEnrolmentCode({
      label: 'de nouveau',
      validForMs: 60_000,
      replaces: station.stationId,
    });
    await enrolAgain(station.context, { code });
    await station.sync();
    expect([
      failure,
      await central.rows(`SELECT code FROM security_event WHERE code = 'key-forked'`),
      statesOf(station),
    ]).toEqual(['server-refused', [{ code: 'key-forked' }], ['acknowledged', 'replaced', 'acknowledged']]);
  });

  it('that two machines changed each for itself, told by a key: the batch is refused whole, and everything still waits', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolled(central);
    const [number = ''] = station.register();
    await forkKey(station);
    station.attach(number, someBytes(1000));
    const refusals = await refusalsOf(central, await aBatch(station, aFolder()));
    expect([
      refusals,
      await central.rows(`SELECT code FROM security_event WHERE code LIKE 'batch-%'`),
      (await central.figures()).blobs,
      statesOf(station),
    ]).toEqual([
      ['bad-signature'],
      [{ code: 'batch-bad-signature' }],
      0,
      ['acknowledged', 'pending', 'pending'],
    ]);
  });
});

describe('since when a station signs with its key', () => {
  it('is its beginning, then its last change; after a year the key is old', async () => {
    const central = await aCentral(postgres);
    const clock = aClock('2026-11-20T10:00:00Z');
    const station = aSyncStation({ clock });
    await station.enrolAt(central);
    await station.sync();
    const since = () => keySinceMs(station.database);
    const beginning = since();
    clock.set('2027-11-21T10:00:00Z');
    const isOld = isKeyOld(since(), clock.nowMs());
    rotateKey(station.context);
    expect([beginning, isOld, isKeyOld(since(), clock.nowMs()), since()]).toEqual([
      Date.parse('2026-11-20T10:00:00Z'),
      true,
      false,
      clock.nowMs(),
    ]);
  });
});

/** Changes it, sends that, and is then the other machine, which holds the key of before and changes it too. */
async function forkKey(station: SyncStation): Promise<void> {
  const row = station.database.get('SELECT signing_key, signing_public_key FROM station') ?? {};
  rotateKey(station.context);
  await station.sync();
  station.database.run('DELETE FROM station_key_change');
  station.database.run(
    'UPDATE station SET signing_key = ?, signing_public_key = ?',
    row['signing_key'] as Uint8Array,
    row['signing_public_key'] as Uint8Array,
  );
  rotateKey(station.context);
  station.register();
}
