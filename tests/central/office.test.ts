import { describe, expect, it } from 'vitest';
import { aCentral, usePostgres } from '../builders/central.ts';
import { anOfficePerson } from '../builders/office-person.ts';
import { anEnrolledStation } from '../builders/protocol-station.ts';
import { aSyncStation } from '../builders/sync-station.ts';
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
