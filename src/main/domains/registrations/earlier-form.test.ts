import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aClock } from '../../../../tests/builders/clock.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';

/** The same person, in a session of the past and in that of today. */
const answersOf = (campaignId: string, form: 'full' | 'progressive') =>
  anAnswer({ 'candidature.campaignId': campaignId, 'qualification.form': form });

async function aReturningCandidate(): Promise<TestStation> {
  const station = await aStation({ clock: aClock('2024-10-15T10:00:00Z') });
  await station.call('registrations.register', { answers: answersOf('training-2024', 'progressive') });
  station.clock.set('2026-11-20T10:00:00Z');
  return station;
}

describe('the form of a first registration', () => {
  it('binds the candidate in a later session (D337-10)', async () => {
    const { call, failure } = await aReturningCandidate();
    const refused = await failure('registrations.register', { answers: answersOf('training-2027', 'full') });
    const kept = await call('registrations.register', {
      answers: answersOf('training-2027', 'progressive'),
    });
    expect([refused.fields, kept.version]).toEqual([
      [{ path: 'qualification.form', code: 'form-definitive', detail: { form: 'Progressive' } }],
      1,
    ]);
  });

  it('is set aside by an entitled clerk, who says why, in the history of the file', async () => {
    const { call } = await aReturningCandidate();
    const overrides = [{ code: 'form-definitive', reason: 'Erreur de saisie à la session 2024' } as const];
    const { registrationNumber: number } = await call('registrations.register', {
      answers: answersOf('training-2027', 'full'),
      overrides,
    });
    const { events } = await call('registrations.get', { number });
    expect(events.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['overridden', { ...overrides[0], version: '01' }],
    ]);
  });

  it('does not bind another person', async () => {
    const { call } = await aReturningCandidate();
    const answers = anAnswer({
      'identification.birthName': 'EXEMPLE',
      'identification.email': 'e@example.org',
    });
    expect((await call('registrations.register', { answers })).version).toBe(1);
  });
});
