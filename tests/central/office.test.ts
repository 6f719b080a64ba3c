import { describe, expect, it } from 'vitest';
import { aBatch, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { anOfficePerson } from '../builders/office-person.ts';
import { anEnrolledStation } from '../builders/protocol-station.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';
import { aWebVisitor } from '../builders/web-visitor.ts';

const postgres = usePostgres();

describe('the rectorat', () => {
  it('sees each station with what it still has to send, how its clock goes, and what arrived', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    station.register(2);
    await station.enrolAt(central);
    await station.sync();
    const reader = await anOfficePerson(central, 'reader');
    const stations = (await reader.get('/rectorat')).text;
    expect(stations).toContain('Guichet 1');
    expect(stations).toContain('2 opérations, 0 numérisations');
    expect(stations).not.toContain('Révoquer');
    expect((await reader.get('/rectorat/receptions')).text).toContain('Bureau d’essai');
    expect((await reader.get('/rectorat/chiffres')).text).toContain('Par académie');
  });

  it('lets nobody in with a wrong password, and nobody beyond her role', async () => {
    const central = await aCentral(postgres);
    const reader = await anOfficePerson(central, 'reader');
    const stranger = aWebVisitor(central);
    const wrong = await stranger.post('/rectorat/connexion', { login: 'reader', password: 'autre-phrase-x' });
    const code = await reader.post('/rectorat/codes', { label: 'Bureau' });
    const forged = await reader.post('/rectorat/codes', { label: 'Bureau', csrf: 'x' });
    expect([
      wrong.status,
      (await stranger.get('/rectorat/chiffres')).status,
      code.status,
      forged.status,
    ]).toEqual([403, 401, 403, 403]);
  });

  it('gives a code that attaches a station', async () => {
    const central = await aCentral(postgres);
    const administrator = await anOfficePerson(central, 'administrator');
    await administrator.get('/rectorat');
    const page = await administrator.post('/rectorat/codes', { label: 'Annexe de Nice' });
    const code = /<code class="code">([^<]+)</.exec(page.text)?.[1] ?? '';
    const station = await anEnrolledStation({ ...central, code: async () => code });
    expect(await station.send([station.op()])).toEqual(['accepted']);
  });
});

describe('a revoked station', () => {
  it('hands over what it has, into quarantine; a person admits what was captured before the date', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const administrator = await anOfficePerson(central, 'administrator');
    await administrator.get('/rectorat');
    await administrator.post(`/rectorat/postes/${station.stationId}/revoquer`, { date: '2027-01-01T00:00' });
    const before = station.op({ capturedAtMs: Date.parse('2026-12-01') });
    const after = station.op({ capturedAtMs: Date.parse('2027-02-01') });
    expect(await station.send([before, after])).toEqual(Array(2).fill('quarantined station-suspended'));
    expect((await central.figures()).records).toBe(0);

    await administrator.get('/rectorat/quarantaine');
    const page = await administrator.post(`/rectorat/quarantaine/${station.stationId}/admettre`, {});
    expect(page.text).toContain('Opérations admises : 1.');
    expect(await central.rows('SELECT registration_number FROM registration')).toEqual([
      { registration_number: before.op.registrationNumber },
    ]);
    expect(await station.send([station.op()])).toEqual(['quarantined station-suspended']);
    expect(await central.rows('SELECT act FROM office_act ORDER BY id')).toEqual([
      { act: 'revoke' },
      { act: 'admit 1' },
    ]);
  });

  it('still reaches the centre from the real program, and keeps its own copy', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    await station.enrolAt(central);
    await central.rows(`UPDATE station SET suspended_for = 'revoked', revoked_at_ms = 9e15`);
    station.register();
    await expect(station.sync()).rejects.toThrow('server-refused');
    expect(station.outbox()).toEqual([
      { state: 'refused', verdict: 'quarantined', reason: 'station-suspended' },
    ]);
    expect((await central.figures()).quarantined).toBe(1);
  });
});

describe('what was set aside and is not to be taken up', () => {
  it('is dismissed by a decider, with a reason, once; the item stays', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    const other = station.sign({ ...first.op, opId: crypto.randomUUID(), agent: 'autre' });
    await station.send([first]);
    await station.send([other]);
    const decider = await anOfficePerson(central, 'decider');
    await decider.get('/rectorat/quarantaine');
    const path = `/rectorat/quarantaine/${other.sha256}/ecarter`;
    const without = await decider.post(path, { reason: ' ' });
    const page = await decider.post(path, { reason: 'Copie de sauvegarde remise par erreur' });
    const again = await decider.post(path, { reason: 'Encore' });
    expect([without.status, page.text.includes('L’opération est écartée'), again.status]).toEqual([
      422,
      true,
      404,
    ]);
    expect(
      await central.rows('SELECT decision, decided_by, canonical IS NOT NULL AS kept FROM quarantine'),
    ).toEqual([
      { decision: 'écarté : Copie de sauvegarde remise par erreur', decided_by: 'decider', kept: true },
    ]);
  });

  it('a copied station gets a code for itself from its line in the list', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    await station.send([first]);
    await station.send([station.sign({ ...first.op, opId: crypto.randomUUID(), agent: 'autre' })]);
    const administrator = await anOfficePerson(central, 'administrator');
    const list = (await administrator.get('/rectorat')).text;
    const page = await administrator.post(`/rectorat/postes/${station.stationId}/rattacher`, {});
    expect([list.includes('Rattacher de nouveau'), /<code class="code">[^<]+</.test(page.text)]).toEqual([
      true,
      true,
    ]);
    expect(await central.rows('SELECT replaces FROM enrolment_code WHERE used_by IS NULL')).toEqual([
      { replaces: station.stationId },
    ]);
  });
});

describe('batches that came', () => {
  it('are listed with their volumes, how often each came, and what is missing of a batch', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    await station.enrolAt(central);
    const [number = ''] = station.register();
    station.attach(number, someBytes(60_000));
    station.attach(number, someBytes(60_000));
    const [first = ''] = await aBatch(station, aFolder(), { volumeBytes: 100_000 });
    await takenIn(central, [first]);
    await takenIn(central, [first]);
    const reader = await anOfficePerson(central, 'reader');
    const { text } = await reader.get('/rectorat/lots');
    expect([text.includes('1 sur 2'), text.includes('2 fois'), text.includes('il manque 1 volume')]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
