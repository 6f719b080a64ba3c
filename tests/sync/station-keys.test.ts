import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectBatch } from '#central/index.ts';
import {
  enrolAgain,
  readEnrolmentAnswer,
  rotateKey,
  stationDigest,
  successorFile,
} from '#main/sync/index.ts';
import { keySinceMs } from '#main/sync/rotate-key.ts';
import { isKeyOld } from '#shared/rules/key-age.ts';
import { aBatch, bringTo, broughtTo, refusalsOf, settle, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aClonedCounter } from '../builders/cloned-counter.ts';
import { aClock } from '../builders/clock.ts';
import { aFolder } from '../builders/folder.ts';
import { forkKey } from '../builders/forked-key.ts';
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

const eventsAt = async (central: TestCentral) =>
  (await central.rows('SELECT code FROM security_event ORDER BY id')).map(({ code }) => code);

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

  it('that two machines changed each for itself is suspended also when a key tells it: the batch is refused whole, and nothing is lost', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolled(central);
    const [number = ''] = station.register();
    await forkKey(station);
    station.attach(number, someBytes(1000));
    const [outcome] = await bringTo(central, await aBatch(station, aFolder()));
    const before = { events: await eventsAt(central), blobs: (await central.figures()).blobs };
    const waiting = statesOf(station);
    const { answer, mark } = await broughtTo(central, successorFile(station.database), {
      allowsAgain: true,
    });
    readEnrolmentAnswer(station.context, answer, mark);
    const [imported] = await takenIn(central, await aBatch(station, aFolder()));
    if (imported) settle(station, imported.receipt);
    expect({
      refusal: outcome && 'refused' in outcome ? outcome.refused.message : 'taken',
      before,
      waiting,
      after: statesOf(station),
      blobs: (await central.figures()).blobs,
      same: (await central.figures()).recordsSha256 === stationDigest(station.database),
    }).toEqual({
      refusal:
        'Deux ordinateurs ont changé, chacun de son côté, la clé de ce poste, qui a donc été copié. Rien n’est pris de ce lot et rien n’est perdu : sa réception suspend le poste, à rattacher de nouveau.',
      before: { events: ['key-forked', 'batch-key-forked'], blobs: 0 },
      waiting: ['acknowledged', 'pending', 'pending'],
      after: ['acknowledged', ...Array<string>(2).fill('replaced'), ...Array<string>(2).fill('acknowledged')],
      blobs: 1,
      same: true,
    });
  });

  it('that two machines changed each for itself: what the one the centre knows brings on the same key waits for a person', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolled(central);
    const [number = ''] = station.register();
    const files: string[] = [];
    await forkKey(station, async () => {
      station.attach(number, someBytes(1000));
      files.push(...(await aBatch(station, aFolder())));
    });
    files.push(...(await aBatch(station, aFolder())));
    const [known, forked] = await bringTo(central, files);
    expect({
      forked: forked && 'refused' in forked ? forked.refused.code : 'taken',
      ops: known && 'imported' in known && known.imported.ops.map(({ verdict, reason }) => [verdict, reason]),
      scans: known && 'imported' in known && known.imported.scans.map(({ state }) => state),
      station: await central.rows('SELECT suspended_for FROM station'),
      kept: await central.rows('SELECT reason FROM quarantine'),
    }).toEqual({
      forked: 'key-forked',
      ops: [['quarantined', 'station-suspended']],
      scans: ['kept-back'],
      station: [{ suspended_for: 'key-forked' }],
      kept: [{ reason: 'station-suspended' }],
    });
  });

  it('that two machines changed each for itself is suspended when both bring that on one key: the first counts', async () => {
    const central = await aCentral(postgres);
    const { original, clone } = await aClonedCounter(central);
    const files: string[] = [];
    for (const machine of [original, clone]) {
      rotateKey(machine.context);
      machine.register(2);
      files.push(...(await aBatch(machine, aFolder())));
      machine.close();
    }
    expect({
      came: await refusalsOf(central, files),
      events: await eventsAt(central),
      station: await central.rows('SELECT suspended_for FROM station'),
      ops: (await central.figures()).ops,
      kept: await central.rows('SELECT reason FROM quarantine'),
    }).toEqual({
      came: ['taken', 'key-forked'],
      events: ['key-forked', 'batch-key-forked'],
      station: [{ suspended_for: 'key-forked' }],
      ops: 2,
      kept: [],
    });
  });

  it('that two machines changed each for itself is only told so by whoever looks into the batch: nothing changes', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolled(central);
    await forkKey(station);
    const [file = ''] = await aBatch(station, aFolder());
    const place = { ...central, blobsFolder: join(central.dataFolder, 'blobs') };
    const code = await inspectBatch(place, file).catch((error: { code?: string }) => error.code);
    expect([code, await eventsAt(central), await central.rows('SELECT suspended_for FROM station')]).toEqual([
      'key-forked',
      [],
      [{ suspended_for: null }],
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
