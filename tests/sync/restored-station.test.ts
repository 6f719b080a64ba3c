import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '#main/database/open-database.ts';
import { mendChain } from '#main/safekeeping/mend-chain.ts';
import { renewIdentity } from '#main/safekeeping/renew-identity.ts';
import { brokenPlaces } from '#main/safekeeping/prove-base.ts';
import { rotateKey, stationDigest } from '#main/sync/index.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';
import { createStation, databaseFileOf, openStation, type StationPlace } from '../builders/open-station.ts';
import { aSyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();

/** The copy becomes the base, under a new identity, as a restoration does. */
function bringBack(place: StationPlace, copy: string) {
  for (const suffix of ['-wal', '-shm']) rmSync(databaseFileOf(place) + suffix, { force: true });
  renameSync(copy, databaseFileOf(place));
  const base = openDatabase(databaseFileOf(place), place.key);
  const identity = renewIdentity(base, 2);
  base.close();
  return identity;
}

it('a station that came back from a copy sends under its old name what it had signed, gets back what the centre had, and gives nothing twice', async () => {
  const central = await aCentral(postgres);
  const place = { folder: aFolder(), key: aKey() };
  createStation(place);
  let station = openStation(place);
  await station.enrolAt(central.url, await central.code());
  const early = [station.register(1), station.register(2)];
  await station.sync();
  const waiting = station.register(3);
  const copy = join(place.folder, 'copy.db');
  station.database.copyTo(copy);
  const late = station.register(4);
  await station.sync();
  const lost = station.register(5);
  station.close();

  const identity = bringBack(place, copy);
  station = openStation(place);
  const fresh = station.register(6);
  station.amend(early[0] ?? '', { 'identification.locality': 'Antibes' });
  await station.enrolAt(central.url, await central.code());
  const summary = await station.sync();
  const numbers = station.database
    .all('SELECT registration_number AS number FROM registration')
    .map((row) => String(row['number']));
  const figures = await central.figures();
  expect({
    identity,
    refused: summary.opsRefused,
    pending: summary.opsPending,
    numbers: numbers.sort(),
  }).toEqual({
    identity: 'renewed',
    refused: 0,
    pending: 0,
    numbers: [...early, waiting, late, fresh].sort(),
  });
  const suspended = await central.rows('SELECT 1 FROM station WHERE suspended_for IS NOT NULL');
  expect([numbers.includes(lost), suspended, stationDigest(station.database)]).toEqual([
    false,
    [],
    figures.recordsSha256,
  ]);
  station.close();
});

it('a station that came back from a copy of before it changed its key hands over what it had signed with the key before', async () => {
  const central = await aCentral(postgres);
  const place = { folder: aFolder(), key: aKey() };
  createStation(place);
  let station = openStation(place);
  await station.enrolAt(central.url, await central.code());
  const early = station.register(1);
  await station.sync();
  const waiting = station.register(2);
  const copy = join(place.folder, 'copy.db');
  station.database.copyTo(copy);
  rotateKey(station.context);
  const late = station.register(3);
  await station.sync();
  station.close();

  bringBack(place, copy);
  station = openStation(place);
  station.amend(early, { 'identification.locality': 'Antibes' });
  await station.enrolAt(central.url, await central.code());
  const { opsRefused, opsPending } = await station.sync();
  const numbers = station.database.all('SELECT registration_number AS number FROM registration');
  expect({
    left: [opsRefused, opsPending],
    numbers: numbers.map(({ number }) => String(number)).sort(),
    suspended: await central.rows('SELECT suspended_for FROM station WHERE suspended_for IS NOT NULL'),
    digest: (await central.figures()).recordsSha256,
  }).toEqual({
    left: [0, 0],
    numbers: [early, waiting, late].sort(),
    suspended: [],
    digest: stationDigest(station.database),
  });
  station.close();
});

it('a place of the chain whose op is gone is told as lost, and what was signed after it arrives', async () => {
  const central = await aCentral(postgres);
  const station = aSyncStation();
  await station.enrolAt(central);
  const [first, , third] = station.register(3);
  const second = 'SELECT op_id FROM outbox_op WHERE station_seq = 2';
  station.database.run(`DELETE FROM outbox_text WHERE op_id = (${second})`);
  station.database.run('DELETE FROM outbox_op WHERE station_seq = 2');
  const lost = mendChain(station.database, 1);
  await station.sync();
  const held = await central.rows(
    'SELECT registration_number FROM registration ORDER BY registration_number',
  );
  expect({
    lost,
    chain: brokenPlaces(station.database),
    held: held.map((row) => row['registration_number']),
    outbox: station.outbox().map(({ state }) => state),
  }).toEqual({
    lost: 1,
    chain: [],
    held: [first, third],
    outbox: ['acknowledged', 'refused', 'acknowledged'],
  });
});
