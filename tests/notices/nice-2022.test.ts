import { expect, it } from 'vitest';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { aNoticeCounter, PATIENCE_MS, refusals } from './notice-counter.ts';

const BAC_PRO = {
  'candidature.campaignId': 'nice-2022',
  'candidature.exam': 'bacPro',
  'candidature.category': 'workExperience',
  'qualification.specialtyCode': '40033603T',
};
const person = (givenNames: string, exam: Record<string, unknown> = BAC_PRO) => ({
  ...exam,
  'identification.givenNames': givenNames,
  'identification.email': `${givenNames.toLowerCase()}@example.org`,
});
const BP = { ...BAC_PRO, 'candidature.exam': 'bp', 'qualification.specialtyCode': '45033608T' };
const CAP = {
  ...BAC_PRO,
  'candidature.exam': 'cap',
  'qualification.specialtyCode': '50033205T',
  'examPapers.physicalEducation': { status: 'fit', choices: ['Demi-fond'] },
};

it(
  'Nice 2022 is played from its opening to the cancellations, by the post and its postmarks',
  async () => {
    const counter = await aNoticeCounter('23');

    // S0-02, S0-03: open at 15 h in Nice for the bac pro; the BP three weeks later.
    expect(refusals(await counter.register('2021-10-18T14:59:00+02:00', person('Alix')))).toEqual([
      ['window-not-open'],
    ]);
    const opened = await counter.register(
      '2021-10-18T15:00:00+02:00',
      person('Alix'),
      person('Beryl'),
      person('Cyrille'),
      person('Denis', BP),
    );
    expect(refusals(opened)).toEqual([[], [], [], ['window-not-open']]);
    const [alix, beryl, cyrille] = [0, 1, 2].map((index) => counter.numberOf(opened, index));

    // S0-15, S4-22: changed until the last minute, as Version 02; not one minute later.
    const change = { identification: { phone: '06 00 00 00 02' } };
    expect(await counter.amend('2021-11-17T16:59:00+01:00', alix!, change)).toMatchObject({
      exit: 0,
      stdout: 'Version 02 enregistrée.\n',
    });
    expect(await counter.amend('2021-11-17T17:00:00+01:00', beryl!, change)).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('closes depuis le') as string,
    });
    expect(
      await counter.run('2021-11-17T17:00:00+01:00', 'withdraw', beryl!, '--reason', 'Trop tard'),
    ).toMatchObject({
      exit: 1,
    });

    // S0-21, S0-23: posted on the last day, received five days later: in time. Posted the day after: late, and recorded.
    const post = (number: string, postmarked: string, version: string) =>
      counter.run(
        '2021-11-29T10:00:00+01:00',
        ...['returns', 'record', number, '--modality', 'post', '--postmarked', postmarked],
        ...['--received', '2021-11-29', '--version', version, '--json'],
      );
    expect(JSON.parse((await post(alix!, '2021-11-24', '2')).stdout)).toMatchObject({
      verdict: 'onTime',
      ground: 'postmark',
      status: 'returned',
    });
    expect(JSON.parse((await post(beryl!, '2021-11-25', '1')).stdout)).toMatchObject({ verdict: 'late' });

    // A list, never an automatic act; then a person cancels.
    expect(await counter.overdue('2021-12-08T09:00:00+01:00')).toEqual([
      'cancel Beryl lateReturn',
      'cancel Cyrille noReturn',
    ]);
    const reason = ['--reason', 'Confirmation non rendue le 24 novembre 2021'];
    expect(
      await counter.run('2021-12-08T09:05:00+01:00', 'returns', 'cancel', cyrille!, ...reason),
    ).toMatchObject({
      exit: 0,
    });
    expect(await counter.overdue('2021-12-08T09:10:00+01:00')).toEqual(['cancel Beryl lateReturn']);
    expect(await counter.amend('2021-12-08T09:15:00+01:00', cyrille!, change)).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('candidature est close') as string,
    });

    // S0-04: the CAP has no end; a winter later it is still open.
    expect(refusals(await counter.register('2022-01-20T09:00:00+01:00', person('Elie', CAP)))).toEqual([[]]);
  },
  PATIENCE_MS,
);

it(
  'Nice 2022 prints its red-pen rule, its address, who typed, the numbers and the last day',
  async () => {
    const counter = await aNoticeCounter('23');
    const at = '2021-10-20T10:00:00+02:00';
    const number = counter.numberOf(await counter.register(at, person('Alix')));
    const printed = await counter.printed(at, number);
    const said = [
      'stylo rouge',
      'Cap de Croix',
      '24 novembre 2021',
      'en présence du candidat',
      groupRegistrationNumber(number),
      'version 01',
      'eduscol',
    ];
    const lower = printed.toLowerCase();
    expect(said.filter((words) => !lower.includes(words.toLowerCase()))).toEqual([]);
  },
  PATIENCE_MS,
);
