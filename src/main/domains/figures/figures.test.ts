import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';

async function aBusyStation(): Promise<TestStation> {
  const station = await aStation();
  const register = (index: number, changes: Record<string, unknown> = {}) =>
    station.call('registrations.register', {
      answers: anAnswer({ 'identification.birthName': `ESSAI ${'ABCDE'[index] ?? ''}`, ...changes }),
    });
  // 23:30 on the 18th in Paris, then twice on the 19th.
  station.clock.set('2026-11-18T22:30:00Z');
  await register(0, { 'candidature.counterReason': 'help' });
  station.clock.set('2026-11-18T23:30:00Z');
  await register(1);
  await register(2, { 'candidature.exam': 'bp', 'qualification.specialtyCode': '45033608T' });
  return station;
}

describe('the figures', () => {
  it('count the same files by day, exam, specialty, clerk, state and reason', async () => {
    const { call } = await aBusyStation();
    const { closings: _closings, bySpecialty, ...figures } = await call('figures.get', {});
    expect([figures, bySpecialty.map(({ code, count }) => [code, count])]).toEqual([
      {
        total: 3,
        byDay: [
          { day: '2026-11-18', count: 1 },
          { day: '2026-11-19', count: 2 },
        ],
        byExam: [
          { exam: 'cap', count: 2 },
          { exam: 'bp', count: 1 },
        ],
        byClerk: [{ clerk: 'Agent Essai', count: 3 }],
        byStatus: [{ status: 'awaitingReturn', count: 3 }],
        byReason: [
          { reason: null, count: 2 },
          { reason: 'help', count: 1 },
        ],
        isReasonReserved: false,
        byModality: [],
        peak: { day: '2026-11-19', count: 2 },
      },
      [
        ['50022141S', 2],
        ['45033608T', 1],
      ],
    ]);
  });

  it('follow the filters of the list', async () => {
    const { call } = await aBusyStation();
    const { total, byDay, byExam } = await call('figures.get', { filters: { exams: ['bp'] } });
    expect({ total, byDay, byExam }).toEqual({
      total: 1,
      byDay: [{ day: '2026-11-19', count: 1 }],
      byExam: [{ exam: 'bp', count: 1 }],
    });
  });

  it('say how a signed confirmation came back, one file counting once', async () => {
    const { call, clock } = await aBusyStation();
    clock.set('2026-11-20T10:00:00Z');
    const { rows } = await call('registrations.list', {});
    for (const { registrationNumber: number } of rows.slice(0, 2))
      await call('returns.record', {
        number,
        modality: 'counter',
        receivedOn: '2026-11-19T10:00',
        signed: true,
        dated: true,
      });
    expect((await call('figures.get', {})).byModality).toEqual([{ modality: 'counter', count: 2 }]);
  });

  it('say what closes, and in how many days', async () => {
    const { call, clock } = await aStation();
    clock.set('2024-12-03T11:00:00Z');
    const { closings } = await call('figures.get', {});
    expect(closings.filter(({ campaignId }) => campaignId === 'nice-2025')).toEqual(
      ['bacPro', 'bp', 'cs'].map((exam) => ({
        campaignId: 'nice-2025',
        campaignTitle: expect.any(String) as string,
        exam,
        closesAt: '2024-12-03T17:00',
        daysLeft: 0,
      })),
    );
  });
});
