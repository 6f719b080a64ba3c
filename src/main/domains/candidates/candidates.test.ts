import { describe, expect, it } from 'vitest';
import { groupCandidateNumber } from '#shared/rules/registration-number.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation } from '../../../../tests/builders/station.ts';

const NICE_2025 = {
  'candidature.campaignId': 'nice-2025',
  'candidature.exam': 'bp',
  'qualification.specialtyCode': '45033608T',
};

/** Somebody who registered for session 2025, withdrew, registered again, and comes back in November 2026. */
async function aReturningCandidate() {
  const station = await aStation();
  station.clock.set('2024-11-20T10:00:00Z');
  const first = await station.call('registrations.register', { answers: anAnswer(NICE_2025) });
  await station.call('registrations.withdraw', {
    number: first.registrationNumber,
    reason: 'À la demande du candidat',
  });
  station.clock.set('2024-11-21T10:00:00Z');
  const second = await station.call('registrations.register', { answers: anAnswer(NICE_2025) });
  station.clock.set('2026-11-20T10:00:00Z');
  return { station, first, second };
}

describe('a candidate', () => {
  it('keeps her number over the sessions, and is seen with every registration, ended ones too (S4-21)', async () => {
    const { station, first, second } = await aReturningCandidate();
    const third = await station.call('registrations.register', { answers: anAnswer() });
    const candidate = await station.call('candidates.get', {
      candidateNumber: groupCandidateNumber(third.candidateNumber),
    });
    expect([
      candidate.candidateNumber,
      candidate.identification.birthName,
      candidate.registrations.map(({ registrationNumber, examYear, status }) => [
        registrationNumber,
        examYear,
        status,
      ]),
    ]).toEqual([
      first.candidateNumber,
      'TÉMOIN',
      [
        [third.registrationNumber, 2027, 'awaitingReturn'],
        [second.registrationNumber, 2025, 'awaitingReturn'],
        [first.registrationNumber, 2025, 'withdrawn'],
      ],
    ]);
  });

  it('is proposed her own answers again, the failed session among the acquis; nothing is saved', async () => {
    const { station, second } = await aReturningCandidate();
    const { candidateNumber } = second;
    const prefill = await station.call('candidates.prefill', { candidateNumber });
    const { registrations } = await station.call('candidates.get', { candidateNumber });
    expect([
      prefill.from,
      prefill.answers['identification'],
      prefill.answers['candidature'],
      prefill.answers['qualification'],
      prefill.answers['achievements'],
      registrations.length,
      await station.call('drafts.list', {}),
    ]).toEqual([
      second.registrationNumber,
      anAnswer().identification,
      { exam: 'bp', campaignId: 'training-2027' },
      { specialtyCode: '45033608T', form: 'full' },
      [expect.objectContaining({ type: 'sameExamFailed', year: 2025, academyCode: '23' })],
      2,
      [],
    ]);
  });

  it('is not known under another number', async () => {
    const { failure } = await aStation();
    const codes = [
      (await failure('candidates.get', { candidateNumber: '500000000000' })).code,
      (await failure('candidates.prefill', { candidateNumber: '' })).code,
    ];
    expect(codes).toEqual(['unknown-candidate', 'unknown-candidate']);
  });
});
