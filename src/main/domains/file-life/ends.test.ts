import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aCampaign } from '../../../../tests/builders/campaign.ts';
import { aCounterAgentStation, aStation, type TestStation } from '../../../../tests/builders/station.ts';

const REASON = 'Le candidat renonce';

async function aFile(station: TestStation, changes: Record<string, unknown> = {}): Promise<string> {
  const answers = { ...anAnswer(changes) };
  return (await station.call('registrations.register', { answers })).registrationNumber;
}

describe('a withdrawal', () => {
  it('is final, and leaves the candidate free to register anew under a new number and the same candidate number', async () => {
    const station = await aStation();
    const number = await aFile(station);
    await station.call('registrations.withdraw', { number, reason: REASON });
    const anew = await aFile(station);
    const [old, next] = [
      await station.call('registrations.get', { number }),
      await station.call('registrations.get', { number: anew }),
    ];
    expect({
      old: [old.status, old.statusReason],
      events: old.events.map(({ kind, detail }) => [kind, detail]),
      next: next.status,
      isNewNumber: anew !== number,
      isSamePerson: old.candidateNumber === next.candidateNumber,
    }).toEqual({
      old: ['withdrawn', REASON],
      events: [['withdrawn', { reason: REASON }]],
      next: 'awaitingReturn',
      isNewNumber: true,
      isSamePerson: true,
    });
  });

  it('ends with the closing of the window the file was made in (S4-24)', async () => {
    const station = await aStation();
    const campaign = aCampaign({
      windows: [
        {
          exams: ['cap'],
          opensAt: '2026-11-01',
          closesAt: '2026-11-30T17:00',
          confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
        },
      ],
    });
    await station.call('campaigns.import', { content: JSON.stringify(campaign) });
    const number = await aFile(station, { 'candidature.campaignId': campaign.id });
    station.clock.set('2026-11-30T16:00:00Z');
    const failure = await station.failure('registrations.withdraw', { number, reason: REASON });
    expect([failure.code, failure.detail]).toEqual(['window-closed', { closedAt: '2026-11-30T17:00' }]);
  });

  it('asks for a reason', async () => {
    const station = await aStation();
    const number = await aFile(station);
    const failure = await station.failure('registrations.withdraw', { number, reason: ' ' });
    expect([failure.code, failure.fields]).toEqual(['invalid-input', [{ path: 'reason', code: 'required' }]]);
  });
});

describe('a file that has ended', () => {
  it('changes no more, whoever asks', async () => {
    const station = await aStation();
    const number = await aFile(station);
    await station.call('registrations.withdraw', { number, reason: REASON });
    const acts: [Parameters<TestStation['failure']>[0], object][] = [
      ['registrations.withdraw', { number, reason: REASON }],
      ['registrations.amend', { number, changes: { 'identification.phone': null } }],
      ['pieces.set', { number, pieceId: 'identityDocument', state: 'accepted' }],
      ['pieces.lock', { number }],
      ['pieces.unlock', { number, reason: REASON }],
      ['pieces.handNotice', { number, title: 'Notice' }],
      ['returns.admit', { number, reason: REASON }],
      [
        'returns.record',
        { number, modality: 'counter', receivedOn: '2026-11-20', signed: true, dated: true },
      ],
    ];
    const codes = [];
    for (const [command, input] of acts) codes.push((await station.failure(command, input)).code);
    expect([codes, (await station.call('registrations.get', { number })).status]).toEqual([
      acts.map(() => 'file-ended'),
      'withdrawn',
    ]);
  });
});

describe('a cancellation and an exclusion', () => {
  it('end each chosen file, and say of the others why they do not', async () => {
    const station = await aStation();
    const first = await aFile(station);
    const gone = await aFile(station, { 'identification.givenNames': 'Alix' });
    await station.call('registrations.withdraw', { number: gone, reason: REASON });
    const reason = 'Aucun retour à la date limite';
    const outcome = await station.call('registrations.cancel', { numbers: [first, gone, '12'], reason });
    const excluded = await aFile(station, { 'identification.givenNames': 'Sacha' });
    await station.call('registrations.exclude', { numbers: [excluded], reason: 'R.408 non fournie' });
    const statuses = [];
    for (const number of [first, gone, excluded])
      statuses.push((await station.call('registrations.get', { number })).status);
    expect([outcome, statuses]).toEqual([
      {
        ended: [first],
        refused: [
          { number: gone, code: 'file-ended', detail: {} },
          { number: '12', code: 'unknown-registration', detail: { number: '12' } },
        ],
      },
      ['cancelled', 'withdrawn', 'excluded'],
    ]);
  });

  it('are not for a counter agent, who may withdraw', async () => {
    const station = await aCounterAgentStation();
    const number = await aFile(station);
    const input = { numbers: [number], reason: REASON };
    const codes = [
      (await station.failure('registrations.cancel', input)).code,
      (await station.failure('registrations.exclude', input)).code,
    ];
    await station.call('registrations.withdraw', { number, reason: REASON });
    expect(codes).toEqual(['forbidden', 'forbidden']);
  });
});
