import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { aBatch, settle, takenIn, writeBatch } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';
import { createStation, openStation, type OpenStation } from '../builders/open-station.ts';
import { aSmallDisk } from '../builders/small-disk.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';
import { startChild } from './harness/child.ts';

const postgres = usePostgres();
const VOLUME = 256 * 1024;

/** Five people and five scans of 100 kB: three volumes of 256 KiB. */
async function aCounter(): Promise<{ central: TestCentral; station: SyncStation }> {
  const central = await aCentral(postgres);
  const station = aSyncStation();
  await station.enrolAt(central);
  for (const number of station.register(5)) station.attach(number, someBytes(100_000));
  return { central, station };
}

async function refusalOf(work: Promise<unknown>): Promise<GuichetError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GuichetError) return error;
  throw new Error('not refused', { cause: error });
}

describe('F21: the key', () => {
  it('takes a large batch as volumes, each under its limit, in any order', async () => {
    const { central, station } = await aCounter();
    const folder = aFolder();
    const files = await aBatch(station, folder, { volumeBytes: VOLUME });
    const imported = await takenIn(central, files.toReversed());
    const settled = imported.map(({ receipt }) => settle(station, receipt)).at(-1);
    expect({
      names: readdirSync(folder).map((name) => name.replace(/^lot-\d{4}-[0-9a-f]{8}/, 'lot')),
      small: files.every((file) => statSync(file).size < VOLUME * 1.01),
      verdicts: [...new Set(imported.flatMap(({ ops }) => ops.map(({ verdict }) => verdict)))],
      waiting: [settled?.opsWaiting, settled?.scansWaiting],
    }).toEqual({
      names: ['lot-1sur3.lot', 'lot-2sur3.lot', 'lot-3sur3.lot'],
      small: true,
      verdicts: ['accepted'],
      waiting: [0, 0],
    });
  });

  it('is full: the volumes before stay whole, nothing half written is there, and the rest goes on with room', async () => {
    const { central, station } = await aCounter();
    const disk = aSmallDisk(350);
    const error = await refusalOf(writeBatch(station, { folder: disk.folder, volumeBytes: VOLUME }));
    const left = readdirSync(disk.folder);
    const [row] = station.database.all('SELECT id FROM batch');
    disk.grow(2_000);
    const { files } = await writeBatch(station, { folder: disk.folder, batchId: String(row?.['id']) });
    const imported = await takenIn(
      central,
      files.map(({ name }) => join(disk.folder, name)),
    );
    expect({
      words: errorSentence(error),
      left: left.length,
      whole: left.every((name) => name.endsWith('sur3.lot')),
      wasThere: files.map((file) => file.wasThere),
      received: imported.reduce((sum, { received }) => sum + received, 0),
    }).toEqual({
      words:
        'La clé est pleine. Le volume déjà écrit y reste, entier. Faites de la place ou prenez une autre clé, puis écrivez le lot de nouveau.',
      left: 1,
      whole: true,
      wasThere: [true, false, false],
      received: 10,
    });
  });

  it('is protected: said in words, and the batch waits', async () => {
    const { station } = await aCounter();
    const disk = aSmallDisk(2_000);
    disk.protect();
    const { code } = await refusalOf(writeBatch(station, { folder: disk.folder }));
    const { batchId } = await writeBatch(station, {
      folder: aFolder(),
      batchId: String(station.database.get('SELECT id FROM batch')?.['id']),
    });
    expect({ code, left: readdirSync(disk.folder), written: batchId.length }).toEqual({
      code: 'batch-target-read-only',
      left: [],
      written: 64,
    });
  });

  it('is pulled out while it is written: said in words, and no volume counts as written', async () => {
    const { station } = await aCounter();
    for (const number of station.register(1)) station.attach(number, someBytes(1_500_000));
    const disk = aSmallDisk(20_000);
    const report = ({ done }: { done: number }) => {
      if (done === 1) disk.pull();
    };
    const { code } = await refusalOf(writeBatch(station, { folder: disk.folder }, { report }));
    expect({
      code,
      left: readdirSync(disk.folder),
      written: station.database.all('SELECT file_name FROM batch_volume'),
    }).toEqual({ code: 'batch-target-lost', left: [], written: [{ file_name: null }] });
  });

  it('is no folder at all: said in words', async () => {
    const { station } = await aCounter();
    const { code } = await refusalOf(writeBatch(station, { folder: join(aFolder(), 'absent') }));
    expect(code).toBe('file-unwritable');
  });
});

describe('F21: an export killed', () => {
  it.each(['batch.half_written:7', 'batch.before_rename:2', 'batch.after_rename:2'])(
    'at %s leaves no half file under a name, and goes on where it was',
    async (faultAt) => {
      const central = await aCentral(postgres);
      const place = { folder: aFolder(), key: aKey() };
      createStation(place);
      const before = openStation(place);
      await before.enrolAt(central.url, await central.code());
      for (let person = 1; person <= 5; person += 1)
        before.attach(before.register(person), someBytes(100_000));
      before.close();
      const folder = aFolder();
      const child = startChild(CHILD, [place.folder, Buffer.from(place.key).toString('hex')], {
        FAULT_AT: faultAt,
      });
      onTestFinished(() => child.kill());
      await child.answer();
      await child.ask({ do: 'batch', folder, volumeBytes: VOLUME });
      await child.ended();
      const named = readdirSync(folder).filter((name) => !name.startsWith('.'));
      const halves = (
        await takenIn(
          central,
          named.map((name) => join(folder, name)),
        )
      ).length;

      const after = openStation(place);
      onTestFinished(() => after.close());
      const files = await goOn(after, folder);
      const imported = await takenIn(central, files);
      const settled = imported.map(({ receipt }) => settle(after, receipt)).at(-1);
      expect({
        killedBy: child.process.signalCode,
        whole: halves === named.length,
        left: readdirSync(folder).length,
        waiting: [settled?.opsWaiting, settled?.scansWaiting],
        ops: (await central.figures()).ops,
      }).toEqual({ killedBy: 'SIGKILL', whole: true, left: 3, waiting: [0, 0], ops: 10 });
    },
  );

  it.each([
    'centre.before_commit:1',
    'centre.batch_before_scans:1',
    'centre.blob_before_row:2',
    'centre.batch_before_receipt:1',
  ])('at the centre, at %s, is taken in whole by the same file again', async (faultAt) => {
    const { central, station } = await aCounter();
    const files = await aBatch(station, aFolder());
    const { dataFolder, databaseUrl } = central;
    const place = { dataFolder, databaseUrl, blobsFolder: join(dataFolder, 'blobs') };
    const child = startChild(IMPORT_CHILD, [JSON.stringify(place), ...files], { FAULT_AT: faultAt });
    onTestFinished(() => child.kill());
    await child.ended();
    const [again] = await takenIn(central, files);
    const settled = settle(station, again?.receipt ?? new Uint8Array());
    const { ops, blobs, records } = await central.figures();
    expect({
      killedBy: child.process.signalCode,
      waiting: [settled.opsWaiting, settled.scansWaiting],
      centre: { ops, blobs, records },
    }).toEqual({ killedBy: 'SIGKILL', waiting: [0, 0], centre: { ops: 10, blobs: 5, records: 5 } });
  });
});

const CHILD = fileURLToPath(new URL('harness/station-child.ts', import.meta.url));
const IMPORT_CHILD = fileURLToPath(new URL('harness/import-child.ts', import.meta.url));

/** The batch that was begun, written again into the same folder. */
async function goOn(station: OpenStation, folder: string): Promise<string[]> {
  const batchId = String(station.database.get('SELECT id FROM batch')?.['id']);
  return aBatch(station, folder, { batchId });
}
