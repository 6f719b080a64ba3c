import { rmSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backUpCentre, restoreCentre } from '#central/index.ts';
import { openBucketObjects } from '#central/blobs/bucket-objects.ts';
import { stationDigest } from '#main/sync/index.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { anObjectStore } from '../builders/object-store.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';

const postgres = usePostgres();

it('a centre rebuilt from a backup has a new epoch, and its stations bring back all that came since', async () => {
  const before = await aCentral(postgres);
  const blobsFolder = join(before.dataFolder, 'blobs');
  const station = aSyncStation();
  const [number = ''] = station.register(3);
  const lostScan = station.attach(number, someBytes(1000));
  const cutScan = station.attach(number, someBytes(2000));
  await station.enrolAt(before);
  await station.sync();
  const file = join(aFolder(), 'centre.sauvegarde');
  await backUpCentre(before, file);
  station.amend(number, { 'identification.locality': 'Antibes' });
  station.register(2);
  await station.sync();
  await before.close();
  rmSync(join(blobsFolder, lostScan.slice(0, 2), lostScan));
  truncateSync(join(blobsFolder, cutScan.slice(0, 2), cutScan), 1500);

  const databaseUrl = await postgres.emptyDatabase();
  const place = { dataFolder: aFolder(), databaseUrl, blobsFolder };
  const { blobsMissing } = await restoreCentre(place, file);
  const after = await aCentral(postgres, place);
  station.database.run('UPDATE central_server SET url = ?', after.url);
  const { opsAccepted, scansSent, opsPending } = await station.sync();

  expect({ blobsMissing, opsAccepted, scansSent, opsPending }).toEqual({
    blobsMissing: 2,
    opsAccepted: 3,
    scansSent: 2,
    opsPending: 0,
  });
  expect((await after.figures()).recordsSha256).toBe(stationDigest(station.database));
  await expect(restoreCentre(place, file)).rejects.toThrow('La base n’est pas vide');
});

it('a centre whose scans lie in an object store finds there those it has when it is rebuilt', async () => {
  const blobsBucket = await anObjectStore();
  const before = await aCentral(postgres, { blobsBucket });
  const station = aSyncStation();
  const [number = ''] = station.register(1);
  station.attach(number, someBytes(1000));
  const lostScan = station.attach(number, someBytes(2000));
  await station.enrolAt(before);
  await station.sync();
  const file = join(aFolder(), 'centre.sauvegarde');
  await backUpCentre(before, file);
  await openBucketObjects(blobsBucket).remove(`${lostScan.slice(0, 2)}/${lostScan}`);

  const databaseUrl = await postgres.emptyDatabase();
  const place = { dataFolder: aFolder(), databaseUrl, blobsFolder: aFolder(), blobsBucket };

  expect(await restoreCentre(place, file)).toMatchObject({ rows: { blob: 2 }, blobsMissing: 1 });
});

it('a backup that was cut or changed is refused before anything is written', async () => {
  const central = await aCentral(postgres);
  const file = join(aFolder(), 'centre.sauvegarde');
  const place = { ...central, blobsFolder: join(central.dataFolder, 'blobs') };
  await backUpCentre(place, file);
  const whole = readFileSync(file);
  const databaseUrl = await postgres.emptyDatabase();
  for (const damaged of [whole.subarray(0, whole.length - 30), Buffer.from('autre chose'), Buffer.alloc(0)]) {
    writeFileSync(file, damaged);
    await expect(restoreCentre({ ...place, databaseUrl }, file)).rejects.toThrow('incomplète ou abîmée');
  }
});
