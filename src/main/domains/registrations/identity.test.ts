import { describe, expect, it } from 'vitest';
import { mayCall } from '#shared/rights.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';
import { requireEntitledToIdentity } from './correct-registration.ts';

async function aRegistered(station: TestStation, changes: Record<string, unknown> = {}) {
  return station.call('registrations.register', { answers: anAnswer(changes) });
}

const PROBLEMS = (error: { fields: readonly { path: string; code: string }[] }) =>
  error.fields.map(({ path, code }) => `${path} ${code}`);

describe('the identity, once a candidature exists', () => {
  it('is not changed by amending, even after the candidature ended', async () => {
    const station = await aStation();
    const { registrationNumber: number } = await aRegistered(station);
    const changes = { 'identification.birthName': 'TÉMOIN-EXEMPLE', 'identification.locality': 'Cannes' };
    const error = await station.failure('registrations.amend', { number, changes });
    expect([PROBLEMS(error), (await station.call('registrations.get', { number })).version]).toEqual([
      ['identification.birthName identity-frozen'],
      1,
    ]);
  });

  it('is corrected by a supervisor who saw a document and says why: the next version, to be signed again', async () => {
    const station = await aStation();
    const { registrationNumber: number } = await aRegistered(station);
    const numbers = await station.call('registrations.correct', {
      number,
      changes: { 'identification.birthDate': '1992-02-04' },
      reason: 'Jour mal lu',
      pieceSeen: 'passport',
      onVersion: 1,
    });
    const { history, events, status } = await station.call('registrations.get', { number });
    const queue = await station.call('sync.queue', {});
    expect([numbers.version, status, history[1], events, queue.map(({ kind }) => kind)]).toEqual([
      2,
      'awaitingReturn',
      {
        version: 2,
        agent: 'Agent Essai',
        reason: 'supervisedCorrection',
        savedAtMs: station.clock.nowMs(),
        changes: [{ path: 'identification.birthDate', before: '1992-02-03', after: '1992-02-04' }],
      },
      [
        {
          kind: 'identityCorrected',
          detail: { pieceSeen: 'passport', reason: 'Jour mal lu', version: '02' },
          agent: 'Agent Essai',
          atMs: station.clock.nowMs(),
        },
      ],
      ['attach', 'amend', 'create'],
    ]);
  });

  it('is not corrected without a document seen, nor against another rule', async () => {
    const station = await aStation();
    const { registrationNumber: number } = await aRegistered(station);
    const correct = (changes: Record<string, unknown>, pieceSeen?: string) =>
      station.failure('registrations.correct', { number, changes, reason: 'Essai', pieceSeen });
    expect([
      PROBLEMS(await correct({ 'identification.givenNames': 'Dominique Claude' })),
      PROBLEMS(await correct({ 'identification.givenNames': 'Dominique Claude' }, 'libraryCard')),
      PROBLEMS(await correct({ 'identification.birthDate': '2092-02-03' }, 'passport')),
    ]).toEqual([
      ['pieceSeen required'],
      ['pieceSeen not-in-list'],
      ['identification.birthDate date-in-future'],
    ]);
  });

  it('is what the person is recognised by next time', async () => {
    const station = await aStation();
    const { registrationNumber: number, candidateNumber } = await aRegistered(station);
    const changes = { 'identification.birthName': 'EXEMPLE' };
    await station.call('registrations.correct', {
      number,
      changes,
      reason: 'Nom mal lu',
      pieceSeen: 'identityCard',
    });
    const other = { 'candidature.exam': 'bp', 'qualification.specialtyCode': '45033608T' };
    const again = await aRegistered(station, { ...changes, ...other });
    const former = await aRegistered(station, other);
    expect([again.candidateNumber === candidateNumber, former.candidateNumber === candidateNumber]).toEqual([
      true,
      false,
    ]);
  });

  it('is the business of supervisors only, in red ink too', () => {
    const before = anAnswer();
    const after = anAnswer({ 'identification.birthName': 'EXEMPLE' });
    const agent = { id: 'a', login: 'agent.essai', name: 'Agent Essai', role: 'counterAgent' as const };
    expect(() => requireEntitledToIdentity({ agent }, before, after)).toThrow('invalid-input');
    expect(() => requireEntitledToIdentity({ agent }, before, before)).not.toThrow();
    expect([
      mayCall('counterAgent', 'registrations.correct'),
      mayCall('caseManager', 'registrations.correct'),
    ]).toEqual([false, true]);
  });
});

describe('after the closing', () => {
  it('a supervisor still corrects any answer, with a reason that is kept, and nobody amends (S0-15)', async () => {
    const station = await aStation();
    station.clock.set('2024-12-03T15:00:00Z');
    const { registrationNumber: number } = await aRegistered(station, {
      'candidature.campaignId': 'nice-2025',
      'candidature.exam': 'bp',
      'qualification.specialtyCode': '45033608T',
    });
    station.clock.set('2024-12-20T15:00:00Z');
    const changes = { 'identification.locality': 'Cannes' };
    const refused = await station.failure('registrations.amend', { number, changes });
    await station.call('registrations.correct', { number, changes, reason: 'Erreur du service' });
    const { events } = await station.call('registrations.get', { number });
    expect([refused.code, events.map(({ kind, detail }) => [kind, detail])]).toEqual([
      'window-closed',
      [['corrected', { reason: 'Erreur du service', version: '02' }]],
    ]);
  });
});
