import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aCampaign } from '../../../../tests/builders/campaign.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';
import type { CampaignFile } from '#shared/contract/campaign.ts';
import type { CommandInput } from '#shared/contract/index.ts';

type Mail = Partial<CommandInput<'returns.record'>>;

/** Registered on 20 November; registrations close on the 30th, and confirmations are due by 7 December. */
async function aStationWithFile(changes: Partial<CampaignFile> = {}) {
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
    ...changes,
  });
  await station.call('campaigns.import', { content: JSON.stringify(campaign) });
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: anAnswer({ 'candidature.campaignId': campaign.id }),
  });
  station.clock.set('2026-12-12T10:00:00Z');
  return { station, number, record: (mail: Mail) => recordOn(station, number, mail) };
}

function recordOn(station: TestStation, number: string, mail: Mail) {
  const byHand = { modality: 'counter' as const, receivedOn: '2026-12-01', signed: true, dated: true };
  return station.call('returns.record', { number, ...byHand, ...mail });
}

describe('a confirmation that comes by mail', () => {
  it('is in time by its postmark five days after the deadline, and makes the file returned', async () => {
    const { station, number, record } = await aStationWithFile();
    const mail = { modality: 'post', postmarkedOn: '2026-12-07', receivedOn: '2026-12-12' } as const;
    const recorded = await record(mail);
    const [kept] = await station.call('returns.ofFile', { number });
    const { status, name, registrationNumber, ...rest } = recorded;
    expect([status, name, registrationNumber, kept]).toEqual([
      'returned',
      'TÉMOIN Dominique',
      number,
      {
        ...rest,
        ...mail,
        version: 1,
        verdict: 'onTime',
        ground: 'postmark',
        deadline: '2026-12-07',
        superseded: false,
        unforeseenModality: false,
      },
    ]);
  });

  it('is recorded and shown late, never dropped', async () => {
    const { record } = await aStationWithFile();
    const { verdict, status } = await record({ receivedOn: '2026-12-08' });
    expect([verdict, status]).toEqual(['late', 'returned']);
  });

  it('of an older version is recorded as superseded, and the new version still has to be signed (S4-22)', async () => {
    const { station, number, record } = await aStationWithFile();
    station.clock.set('2026-11-29T10:00:00Z');
    await station.call('registrations.amend', { number, changes: { 'identification.locality': 'Cannes' } });
    station.clock.set('2026-12-12T10:00:00Z');
    const { superseded, status } = await record({ version: 1 });
    expect([superseded, status]).toEqual([true, 'awaitingReturn']);
  });

  it('leaves the file awaited when it is not signed, or not dated', async () => {
    const { record } = await aStationWithFile();
    expect([
      (await record({ signed: false })).status,
      (await record({ dated: false })).status,
      (await record({})).status,
    ]).toEqual(['awaitingReturn', 'awaitingReturn', 'returned']);
  });

  it('in a way the campaign does not foresee is recorded, and said so', async () => {
    const { record } = await aStationWithFile();
    const { unforeseenModality, verdict } = await record({ modality: 'upload' });
    expect([unforeseenModality, verdict]).toEqual([true, 'onTime']);
  });

  it.each([
    ['a day to come', { receivedOn: '2026-12-13' }, { path: 'receivedOn', code: 'date-in-future' }],
    [
      'a postmark after the receipt',
      { modality: 'post', postmarkedOn: '2026-12-02' },
      { path: 'postmarkedOn', code: 'postmark-after-receipt' },
    ],
    [
      'a postmark on what was handed over',
      { postmarkedOn: '2026-12-01' },
      { path: 'postmarkedOn', code: 'postmark-not-by-post' },
    ],
    [
      'a day that does not exist',
      { receivedOn: '2026-02-30' },
      { path: 'receivedOn', code: 'impossible-date' },
    ],
  ] as const)('is refused with %s, and nothing is recorded', async (_what, mail, problem) => {
    const { station, number } = await aStationWithFile();
    const input = { number, modality: 'counter', receivedOn: '2026-12-01', signed: true, dated: true };
    const failure = await station.failure('returns.record', { ...input, ...mail });
    expect([failure.fields, await station.call('returns.ofFile', { number })]).toEqual([[problem], []]);
  });

  it('of a version that was never made is refused', async () => {
    const { station, number } = await aStationWithFile();
    const failure = await station.failure('returns.record', {
      number,
      version: 2,
      modality: 'counter',
      receivedOn: '2026-12-01',
      signed: true,
      dated: true,
    });
    expect([failure.code, failure.detail]).toEqual(['unknown-version', { version: '2' }]);
  });
});
