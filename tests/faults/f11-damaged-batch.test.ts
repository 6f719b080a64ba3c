import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { BatchRefused } from '#central/index.ts';
import { aBatch, bringTo, refusalsOf, spoilt, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';
import { recipientOf } from './harness/forge-batch.ts';

const postgres = usePostgres();

/** Whatever an import could change: rows, and files of the store. */
async function stateOf(central: TestCentral): Promise<unknown> {
  const rows = await central.rows(
    `SELECT (SELECT count(*) FROM op) AS ops, (SELECT count(*) FROM registration) AS registrations, (SELECT count(*) FROM quarantine) AS aside,
       (SELECT count(*) FROM blob) AS blobs, (SELECT count(*) FROM upload) AS uploads, (SELECT count(*) FROM receipt) AS receipts,
       (SELECT count(*) FROM batch_volume) AS volumes, (SELECT max(head_seq) FROM station) AS head`,
  );
  return { rows, files: readdirSync(join(central.dataFolder, 'blobs'), { recursive: true }).length };
}

async function aFarBatch() {
  const central = await aCentral(postgres);
  const station = aSyncStation();
  await station.enrolAt(central);
  const numbers = station.register(20);
  station.attach(numbers[0] ?? '', someBytes(150_000));
  const [file = ''] = await aBatch(station, aFolder());
  return { central, station, file };
}

describe('F11: a damaged batch', () => {
  it('with one bit turned, anywhere, is refused whole before any effect, and the sound one is taken after', async () => {
    const { central, file } = await aFarBatch();
    const before = await stateOf(central);
    // The mark, the header, the first part, the middle, the last byte.
    const places = [3, 30, 90, 150, 260, 20_000, 90_000, 150_000];
    const damaged = places.map((place) => spoilt(file, (bytes) => turned(bytes, place), `bit-${place}`));
    damaged.push(spoilt(file, (bytes) => turned(bytes, bytes.length - 1), 'last'));
    const refusals = await refusalsOf(central, damaged);
    const after = await stateOf(central);
    const [imported] = await takenIn(central, [file]);
    expect({
      taken: refusals.filter((code) => code === 'taken'),
      kinds: [...new Set(refusals)].sort(),
      same: JSON.stringify(after) === JSON.stringify(before),
      sound: imported?.received,
    }).toEqual({ taken: [], kinds: ['damaged', 'not-a-batch', 'other-reader'], same: true, sound: 21 });
  });

  it('cut short, anywhere, is refused whole before any effect', async () => {
    const { central, file } = await aFarBatch();
    const before = await stateOf(central);
    const lengths = [10, 21, 60, 200, 1_000, 65_800, 150_000];
    const cut = lengths.map((length) => spoilt(file, (bytes) => bytes.subarray(0, length), `cut-${length}`));
    cut.push(spoilt(file, (bytes) => bytes.subarray(0, -1), 'cut-1'));
    const refusals = await refusalsOf(central, cut);
    expect({ taken: refusals.filter((code) => code === 'taken'), state: await stateOf(central) }).toEqual({
      taken: [],
      state: before,
    });
  });

  it('that is no batch at all is refused with the reason in words', async () => {
    const { central, file } = await aFarBatch();
    const before = await stateOf(central);
    const letter = new Encrypter();
    letter.addRecipient(await recipientOf(central));
    const sealedLetter = await letter.encrypt('Madame, Monsieur, '.repeat(100));
    const others = [
      spoilt(file, () => new Uint8Array(), 'vide'),
      spoilt(file, () => deflateSync('une archive'), 'autre'),
      spoilt(file, () => sealedLetter, 'lettre'),
      spoilt(file, (bytes) => Buffer.concat([bytes, Buffer.alloc(100)]), 'rallonge'),
    ];
    const outcomes = await bringTo(central, others);
    expect({
      reasons: outcomes.map((outcome) => ('refused' in outcome ? outcome.refused.message : 'taken')),
      state: await stateOf(central),
    }).toEqual({
      reasons: [
        new BatchRefused('empty').message,
        new BatchRefused('not-a-batch').message,
        new BatchRefused('not-as-listed').message,
        new BatchRefused('damaged').message,
      ],
      state: before,
    });
  });

  it('among sound ones stops none of them', async () => {
    const { central, station, file } = await aFarBatch();
    station.register(2);
    const [later = ''] = await aBatch(station, aFolder());
    const empty = join(aFolder(), 'vide.lot');
    writeFileSync(empty, '');
    expect(await refusalsOf(central, [later, empty, file])).toEqual(['taken', 'empty', 'taken']);
    expect((await central.figures()).ops).toBe(23);
  });
});

function turned(bytes: Buffer, place: number): Buffer {
  bytes.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
  return bytes;
}
