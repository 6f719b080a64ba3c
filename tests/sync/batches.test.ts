import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { stationDigest } from '#main/sync/index.ts';
import { aBatch, settle, takenIn, writeBatch } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aClock } from '../builders/clock.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();

async function aCounterFarAway(
  options: Parameters<typeof aCentral>[1] = {},
  clock = aClock(),
): Promise<{ central: TestCentral; station: SyncStation }> {
  const central = await aCentral(postgres, options);
  const station = aSyncStation({ clock });
  await station.enrolAt(central);
  return { central, station };
}

/** What Debian's own programs find in a file: `age` opens it, `tar` lists it. */
function openedByDebian(file: string, identity: string): string[] {
  const keyFile = join(aFolder(), 'cle.txt');
  writeFileSync(keyFile, `${identity}\n`, { mode: 0o600 });
  const clear = spawnSync('age', ['--decrypt', '--identity', keyFile, file], { maxBuffer: 64 * 1024 * 1024 });
  if (clear.status !== 0) throw new Error(`age: ${clear.error?.message ?? String(clear.stderr)}`);
  const listed = spawnSync('tar', ['--list', '--verbose', '--numeric-owner', '--file', '-'], {
    input: clear.stdout,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  });
  if (listed.status !== 0) throw new Error(`tar: ${listed.error?.message ?? listed.stderr}`);
  return listed.stdout.trimEnd().split('\n');
}

describe('a batch on a key', () => {
  it('carries registrations and scans to a centre that no line reaches, and its receipt settles them', async () => {
    const { central, station } = await aCounterFarAway();
    const numbers = station.register(3);
    const sha256 = station.attach(numbers[0] ?? '', someBytes(700_000));
    const key = aFolder();
    const [imported] = await takenIn(central, await aBatch(station, key));
    if (!imported) throw new Error('nothing imported');
    const before = station.outbox().map(({ state }) => state);
    const settled = settle(station, imported.receipt);
    const { ops, records, blobs } = await central.figures();
    expect({
      before,
      verdicts: imported.ops.map(({ verdict }) => verdict),
      scans: imported.scans,
      settled: { ...settled, batchId: settled.batchId === imported.batchId },
      after: station.outbox().map(({ state, verdict }) => `${String(state)} ${String(verdict)}`),
      centre: { ops, records, blobs },
      same: (await central.figures()).recordsSha256 === stationDigest(station.database),
      left: readdirSync(key).length,
    }).toEqual({
      before: ['pending', 'pending', 'pending', 'pending'],
      verdicts: ['accepted', 'accepted', 'accepted', 'accepted'],
      scans: [{ sha256, state: 'stored' }],
      settled: {
        batchId: true,
        volume: 1,
        volumes: 1,
        opsAccepted: 4,
        opsDuplicate: 0,
        opsRefused: 0,
        scansReceived: 1,
        opsWaiting: 0,
        scansWaiting: 0,
      },
      after: Array<string>(4).fill('acknowledged accepted'),
      centre: { ops: 4, records: 3, blobs: 1 },
      same: true,
      left: 1,
    });
  });

  it('is opened by Debian’s age and listed by its tar, by the centre and by the rectorat', async () => {
    const rectorat = await generateX25519Identity();
    const recoveryRecipient = await identityToRecipient(rectorat);
    const { central, station } = await aCounterFarAway({ recoveryRecipient });
    const [number = ''] = station.register();
    const sha256 = station.attach(number, someBytes(1000));
    const [file = ''] = await aBatch(station, aFolder());
    const [row] = await central.rows('SELECT identity FROM batch_identity');
    const lists = [String(row?.['identity']), rectorat].map((identity) => openedByDebian(file, identity));
    const withoutSize = (line: string) => line.replace(/ +\d+ 1970/, ' 1970');
    expect(lists[0]).toEqual(lists[1]);
    const names = ['manifest.json', 'manifest.sig', 'ops.ndjson', `blobs/${sha256}`];
    expect(lists[0]?.map(withoutSize)).toEqual(
      names.map((name) => `-rw------- 0/0 1970-01-01 00:00 ${name}`),
    );
  });

  it('says the same thing each time it is written', async () => {
    const { central, station } = await aCounterFarAway();
    station.register(2);
    const folder = aFolder();
    const { batchId } = await writeBatch(station, { folder });
    const again = await aBatch(station, aFolder(), { batchId });
    const [first] = await takenIn(
      central,
      readdirSync(folder).map((name) => join(folder, name)),
    );
    const [second] = await takenIn(central, again);
    expect([first?.times, second?.times, second?.batchId === first?.batchId]).toEqual([1, 2, true]);
  });

  it('leaves what came later to the next batch, and never takes a thing twice', async () => {
    const { central, station } = await aCounterFarAway();
    station.register(2);
    const folder = aFolder();
    const files = await aBatch(station, folder);
    await expect(writeBatch(station, { folder })).rejects.toMatchObject({ code: 'batch-empty' });
    station.register();
    const later = await aBatch(station, folder);
    const imported = await takenIn(central, [...later, ...files]);
    expect(imported.map(({ ops }) => ops.map(({ verdict }) => verdict))).toEqual([
      ['accepted'],
      ['accepted', 'accepted'],
    ]);
  });

  it('is refused by a station that was told of no key to encrypt for', async () => {
    const station = aSyncStation();
    station.register();
    await expect(writeBatch(station, { folder: aFolder() })).rejects.toMatchObject({ code: 'not-enrolled' });
  });
});

describe('the receipt of a batch', () => {
  it('printed as a code, says that the volume arrived and settles nothing', async () => {
    const { central, station } = await aCounterFarAway();
    station.register(2);
    const [imported] = await takenIn(central, await aBatch(station, aFolder()));
    const { readCode } = await import('#main/sync/batches/read-receipt.ts');
    const { received, isKnown } = readCode(station.context, imported?.code ?? '');
    const changed = imported?.code.replace(' 2 0 0 ', ' 3 0 0 ') ?? '';
    expect(() => readCode(station.context, changed)).toThrow('receipt-forged');
    expect({ received, isKnown, queue: station.outbox().map(({ state }) => state) }).toEqual({
      received: 2,
      isKnown: true,
      queue: ['pending', 'pending'],
    });
  });

  it('of before a restoration of the centre proves nothing any more', async () => {
    const { central, station } = await aCounterFarAway();
    const { databaseUrl, dataFolder } = central;
    await central.close();
    const backup = await postgres.copyOf(databaseUrl);
    station.register();
    const [imported] = await takenIn(central, await aBatch(station, aFolder()));
    const restored = await aCentral(postgres, { databaseUrl: backup, dataFolder });
    station.database.run('UPDATE central_server SET url = ?', restored.url);
    await station.sync();
    expect(() => settle(station, imported?.receipt ?? new Uint8Array())).toThrow('receipt-outdated');
  });

  it('of a restored centre makes a counter far away offer again all that was answered, on its next key', async () => {
    const clock = aClock();
    const { central, station } = await aCounterFarAway({}, clock);
    const { databaseUrl, dataFolder } = central;
    await central.close();
    const backup = await postgres.copyOf(databaseUrl);
    const [number = ''] = station.register();
    station.attach(number, someBytes(2_000));
    const settleAt = async (where: { databaseUrl: string; dataFolder: string }, files: readonly string[]) => {
      for (const { receipt } of await takenIn({ ...central, ...where }, files)) settle(station, receipt);
    };
    await settleAt({ databaseUrl, dataFolder }, await aBatch(station, aFolder()));
    const states = () => station.outbox().map(({ state }) => state);
    const before = states();

    const restored = await aCentral(postgres, { databaseUrl: backup, dataFolder });
    station.register();
    const second = await aBatch(station, aFolder());
    await settleAt(restored, second);
    const lost = states();
    clock.pass(1_000);
    await settleAt(restored, await aBatch(station, aFolder()));
    // What was held for the others is asked by the file that brought it.
    await settleAt(restored, second);
    const { records, blobs, recordsSha256 } = await restored.figures();
    expect({ before, lost, after: states(), records, blobs }).toEqual({
      before: ['acknowledged', 'acknowledged'],
      lost: ['pending', 'pending', 'pending'],
      after: ['acknowledged', 'acknowledged', 'acknowledged'],
      records: 2,
      blobs: 1,
    });
    expect(recordsSha256).toBe(stationDigest(station.database));
  });
});
