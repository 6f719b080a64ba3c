import { describe, expect, it } from 'vitest';
import { ROLES } from '#shared/contract/station.ts';
import { mayCall } from '#shared/rights.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { finishedJob } from '../../../../tests/builders/job.ts';
import { aStation } from '../../../../tests/builders/station.ts';

const VISA = { visaReference: 'AD06 2038-2', visaOn: '2038-01-10' };

/** A registration of session 2027, and the day after its time is over. */
async function aStationOfTheFuture() {
  const station = await aStation();
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: anAnswer(),
  });
  station.clock.set('2038-01-15T09:00:00Z');
  return { ...station, number };
}

describe('retention', () => {
  it('has settings that a supervisor changes, and every change stays', async () => {
    const { call, failure } = await aStation();
    const settings = { activeYears: 1, intermediateYears: 4, sessionEnd: '08-31' };
    await call('retention.configure', settings);
    const kept = await call('retention.settings', {});
    expect([kept, (await failure('retention.configure', settings)).code]).toEqual([
      {
        settings,
        changes: [{ ...settings, agent: 'Agent Essai', atMs: Date.parse('2026-11-20T10:00:00Z') }],
      },
      'nothing-changed',
    ]);
  });

  it('refuses a session that ends on a day that does not exist', async () => {
    const { failure } = await aStation();
    const error = await failure('retention.configure', {
      activeYears: 2,
      intermediateYears: 8,
      sessionEnd: '02-30',
    });
    expect(error.fields).toEqual([{ path: 'sessionEnd', code: 'impossible-date' }]);
  });

  it('destroys what a visa approved, and the report stays', async () => {
    const station = await aStationOfTheFuture();
    const { call, failure, number } = station;
    const { digest, disposable } = await call('retention.preview', {});
    const { jobId } = await call('retention.purge', { ...VISA, digest });
    const { state } = await finishedJob(station, jobId);
    const [report] = await call('retention.reports', {});
    expect([
      disposable,
      state,
      report?.counts,
      (await failure('registrations.get', { number })).code,
    ]).toEqual([
      1,
      'done',
      { registrations: 1, candidates: 1, documents: 0, abandoned: 0, sessions: { '2027': 1 } },
      'unknown-registration',
    ]);
  });

  it('refuses a file held for a litigation, and a visa of tomorrow', async () => {
    const { call, failure, number } = await aStationOfTheFuture();
    const { digest } = await call('retention.preview', {});
    const future = await failure('retention.purge', { ...VISA, visaOn: '2038-01-16', digest });
    await call('retention.hold', { number, reason: 'Recours au tribunal' });
    const held = await failure('retention.purge', { ...VISA, digest });
    const twice = await failure('retention.hold', { number, reason: 'Encore' });
    const { events } = await call('registrations.get', { number });
    expect([future.fields, held.code, twice.code, events.map(({ kind, detail }) => [kind, detail])]).toEqual([
      [{ path: 'visaOn', code: 'date-in-future' }],
      'nothing-due',
      'already-held',
      [['held', { reason: 'Recours au tribunal' }]],
    ]);
  });

  it('is for supervisors, and the purge for the head of the bureau', () => {
    const who = (command: Parameters<typeof mayCall>[1]) => ROLES.filter((role) => mayCall(role, command));
    expect([
      who('retention.configure'),
      who('retention.preview'),
      who('retention.hold'),
      who('access.export'),
      who('retention.purge'),
    ]).toEqual([
      ['caseManager', 'bureauHead'],
      ['caseManager', 'bureauHead'],
      ['caseManager', 'bureauHead'],
      ['caseManager', 'bureauHead'],
      ['bureauHead'],
    ]);
  });
});
