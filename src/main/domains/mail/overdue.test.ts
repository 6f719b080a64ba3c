import { describe, expect, it } from 'vitest';
import type { CampaignFile } from '#shared/contract/campaign.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aCampaign } from '../../../../tests/builders/campaign.ts';
import { aStation } from '../../../../tests/builders/station.ts';

const ROOFER = { 'qualification.specialtyCode': '50023223S' };

/** Registered on 20 November; closing on the 30th, confirmations by 7 December, R.408 by 14 March. */
async function aSeason(changes: Partial<CampaignFile> = {}) {
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
    r408DueOn: '2027-03-14',
    ...changes,
  });
  const keep = (content: object) =>
    station.call('campaigns.import', { content: JSON.stringify({ ...campaign, ...content }) });
  await keep({});
  return {
    station,
    keep,
    async file(name: string, answers: Record<string, unknown> = {}) {
      const changes = { 'candidature.campaignId': campaign.id, 'identification.givenNames': name };
      const email = `${name.toLowerCase()}@example.org`;
      const { registrationNumber } = await station.call('registrations.register', {
        answers: anAnswer({ ...changes, 'identification.email': email, ...answers }),
      });
      return registrationNumber;
    },
    record: (number: string, receivedOn: string) =>
      station.call('returns.record', { number, modality: 'counter', receivedOn, signed: true, dated: true }),
    /** Who is on the two lists, and why. */
    async lists() {
      const { toCancel, toExclude, soonDue } = await station.call('returns.overdue', {});
      const briefly = (files: typeof toCancel.files) =>
        files.map(({ givenNames, cause, deadline }) => [givenNames, cause, deadline]);
      return {
        toCancel: briefly(toCancel.files),
        toExclude: briefly(toExclude.files),
        soonDue: soonDue.map(({ givenNames, daysLeft, isWithinWeek }) => [
          givenNames,
          daysLeft,
          isWithinWeek,
        ]),
      };
    },
  };
}

describe('the files to cancel', () => {
  it('are those without a valid return once the deadline has passed, each with its reason', async () => {
    const season = await aSeason();
    const { station } = season;
    await season.file('Aucun');
    const signedBefore = await season.file('Ancienne');
    const late = await season.file('Tardif');
    const good = await season.file('Bon');
    const gone = await season.file('Parti');
    await season.record(signedBefore, '2026-11-20');
    await station.call('registrations.amend', {
      number: signedBefore,
      changes: { 'identification.locality': 'Cannes' },
    });
    await season.record(good, '2026-11-20');
    await station.call('registrations.withdraw', { number: gone, reason: 'Renonce' });
    station.clock.set('2026-12-07T20:00:00Z');
    const onTheDay = await season.lists();
    station.clock.set('2026-12-09T10:00:00Z');
    await season.record(late, '2026-12-08');
    expect([onTheDay.toCancel, (await season.lists()).toCancel]).toEqual([
      [],
      [
        ['Ancienne', 'olderVersionSigned', '2026-12-07'],
        ['Aucun', 'noReturn', '2026-12-07'],
        ['Tardif', 'lateReturn', '2026-12-07'],
      ],
    ]);
  });

  it('may be asked for another day', async () => {
    const { station, file } = await aSeason();
    await file('Aucun');
    const on = async (at: string) => (await station.call('returns.overdue', { at })).toCancel.files.length;
    expect([await on('2026-12-07'), await on('2026-12-08')]).toEqual([0, 1]);
  });

  it('lose a late return that a supervisor admits, and one whose deadline was put off since', async () => {
    const season = await aSeason();
    const admitted = await season.file('Admis');
    const spared = await season.file('Prolongé');
    season.station.clock.set('2026-12-10T10:00:00Z');
    await season.record(admitted, '2026-12-08');
    await season.record(spared, '2026-12-08');
    await season.station.call('returns.admit', { number: admitted, reason: 'Grève postale' });
    const afterAdmission = (await season.lists()).toCancel;
    await season.keep({
      windows: [
        {
          exams: ['cap'],
          opensAt: '2026-11-01',
          closesAt: '2026-11-30T17:00',
          confirmationReturn: { deadline: { kind: 'fixed', at: '2026-12-08' } },
        },
      ],
    });
    const [kept] = await season.station.call('returns.ofFile', { number: admitted });
    const again = await season.station.failure('returns.admit', { number: admitted, reason: 'Grève' });
    expect([
      afterAdmission.map(([name]) => name),
      (await season.lists()).toCancel,
      [kept?.verdict, kept?.admittedReason],
      again.code,
    ]).toEqual([['Prolongé'], [], ['late', 'Grève postale'], 'no-late-return']);
  });

  it('include those that lack a piece only where the campaign says so (S2-07), not what waits for us', async () => {
    const season = await aSeason({ cancelsWithoutPieces: true });
    const [without, deposited, rejected] = [
      await season.file('Sans'),
      await season.file('Déposé'),
      await season.file('Rejeté'),
    ];
    for (const number of [without, deposited, rejected]) await season.record(number, '2026-11-20');
    const piece = { pieceId: 'identityDocument' };
    await season.station.call('pieces.set', { number: deposited, ...piece, state: 'deposited' });
    await season.station.call('pieces.set', {
      number: rejected,
      ...piece,
      state: 'rejected',
      reason: 'Flou',
    });
    season.station.clock.set('2026-12-09T10:00:00Z');
    const { toCancel } = await season.station.call('returns.overdue', {});
    expect(toCancel.files.map(({ givenNames, cause, missing }) => [givenNames, cause, missing])).toEqual([
      ['Rejeté', 'piecesMissing', ['Pièce d’identité']],
      ['Sans', 'piecesMissing', ['Pièce d’identité']],
    ]);
  });
});

describe('the R.408 certificate', () => {
  it('is announced at thirty days, urgent at seven, and its lack a reason to exclude after its date (S1-08)', async () => {
    const season = await aSeason();
    const { station } = season;
    const missing = await season.file('Manque', ROOFER);
    const there = await season.file('Fourni', ROOFER);
    await season.file('Pâtissier');
    await station.call('pieces.set', { number: there, pieceId: 'scaffoldingCertificate', state: 'accepted' });
    await season.record(missing, '2026-11-20');
    const seen = [];
    for (const day of ['2027-02-11', '2027-02-12', '2027-03-07', '2027-03-14', '2027-03-15']) {
      station.clock.set(`${day}T10:00:00Z`);
      const { soonDue, toExclude } = await season.lists();
      seen.push([day, soonDue, toExclude]);
    }
    expect(seen).toEqual([
      ['2027-02-11', [], []],
      ['2027-02-12', [['Manque', 30, false]], []],
      ['2027-03-07', [['Manque', 7, true]], []],
      ['2027-03-14', [['Manque', 0, true]], []],
      ['2027-03-15', [], [['Manque', 'r408Missing', '2027-03-14']]],
    ]);
  });
});
