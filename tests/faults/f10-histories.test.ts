import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stationDigest } from '#main/sync/index.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';
import { createStation, openStation } from '../builders/open-station.ts';
import { anEnrolledStation, following } from '../builders/protocol-station.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';

const postgres = usePostgres();

describe('F10: the centre is restored from a backup', () => {
  it('what it had refused since is offered again too, so that nothing after it waits for ever', async () => {
    const before = await aCentral(postgres);
    const station = aSyncStation();
    await station.enrolAt(before);
    const { databaseUrl, dataFolder } = before;
    await before.close();
    const backup = await postgres.copyOf(databaseUrl);
    const after = await aCentral(postgres, { databaseUrl, dataFolder });
    station.database.run('UPDATE central_server SET url = ?', after.url);
    const [first = ''] = station.register();
    await station.sync();
    // Somebody else changed the registration at the centre: the station's own change is a conflict there.
    await after.rows('UPDATE registration SET version = 7');
    station.amend(first, { 'identification.locality': 'Antibes' });
    const { opsRefused } = await station.sync();
    await after.close();

    const restored = await aCentral(postgres, { databaseUrl: backup, dataFolder });
    station.database.run('UPDATE central_server SET url = ?', restored.url);
    station.register();
    const { opsPending } = await station.sync();
    expect({ opsRefused, opsPending, held: (await restored.figures()).opsHeld }).toEqual({
      opsRefused: 1,
      opsPending: 0,
      held: 0,
    });
  });
});

describe('F14: the disk of a counter is copied, and both go on', () => {
  it('the second to speak suspends the station; what both wrote is kept', async () => {
    const central = await aCentral(postgres);
    const place = { folder: join(aFolder(), 'one'), key: aKey() };
    createStation(place);
    const original = openStation(place);
    onTestFinished(() => original.close());
    await original.enrolAt(central.url, await central.code());
    original.register(1);
    await original.sync();
    const copy = { folder: join(aFolder(), 'two'), key: place.key };
    original.database.copyTo(`${place.folder}.db`);
    cpSync(place.folder, copy.folder, { recursive: true, filter: (name) => !name.includes('guichet.db') });
    cpSync(`${place.folder}.db`, join(copy.folder, 'guichet.db'));
    const clone = openStation(copy);
    onTestFinished(() => clone.close());

    const numbers = [original.register(2), clone.register(3)];
    await original.sync();
    const { opsRefused } = await clone.sync();
    const kept = await central.rows(
      `SELECT registration_number AS number FROM registration WHERE registration_number = $1
       UNION ALL SELECT canonical::json ->> 'registrationNumber' FROM quarantine`,
      [numbers[0]],
    );
    await expect(original.sync()).rejects.toMatchObject({ code: 'station-suspended' });
    expect({ opsRefused, kept: kept.map(({ number }) => number) }).toEqual({ opsRefused: 1, kept: numbers });
  });
});

describe('F16: a newer station', () => {
  it('members the centre does not know stay in what it keeps, byte for byte', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const newer = station.op({ tomorrow: { added: 'demain' } });
    expect(await station.send([newer])).toEqual(['accepted']);
    expect(await central.rows('SELECT sha256 FROM op')).toEqual([{ sha256: newer.sha256 }]);
  });
});

describe('F25: scans with identical bytes', () => {
  it('of two candidates travel once and are referred to twice', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    const scan = someBytes(30_000);
    for (const number of station.register(2)) station.attach(number, scan);
    await station.enrolAt(central);
    const { scansSent, opsPending, scansPending } = await station.sync();
    const references = await central.rows('SELECT DISTINCT record_id FROM blob_reference');
    expect({ scansSent, opsPending, scansPending, references: references.length }).toEqual({
      scansSent: 1,
      opsPending: 0,
      scansPending: 0,
      references: 2,
    });
    expect((await central.figures()).recordsSha256).toBe(stationDigest(station.database));
  });
});

describe('F26: something unique is taken in the middle of a batch', () => {
  it('499 are accepted, and one has its verdict', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const ops = Array.from({ length: 499 }, () => station.op());
    const twin = station.op({ registrationNumber: ops[200]?.op.registrationNumber ?? '' });
    const verdicts = await station.send([...ops, twin]);
    expect({
      accepted: verdicts.filter((verdict) => verdict === 'accepted').length,
      last: verdicts.at(-1),
      next: await station.send([station.op(following(ops[3]?.op ?? twin.op, 2, 'FICTIVE'))]),
    }).toEqual({ accepted: 499, last: 'quarantined number-taken', next: ['accepted'] });
  });
});
