import { expect, it } from 'vitest';
import { aNoticeCounter, PATIENCE_MS, refusals } from './notice-counter.ts';

const ESTHETICS = {
  'candidature.campaignId': 'aix-marseille-2021',
  'candidature.exam': 'bacPro',
  'candidature.category': 'workExperience',
  'qualification.specialtyCode': '40033603T',
  'identification.postcode': '13002',
  'identification.locality': 'Marseille',
};
const person = (givenNames: string, changes: Record<string, unknown> = {}) => ({
  ...ESTHETICS,
  'identification.givenNames': givenNames,
  'identification.email': `${givenNames.toLowerCase()}@example.org`,
  ...changes,
});

it(
  'Aix-Marseille 2021 is played from its opening to the cancellations, for those who live there',
  async () => {
    const counter = await aNoticeCounter('02');

    // S3-01, S3-04: the last day is a Sunday, whole; who lives elsewhere is not registered here.
    const sunday = '2020-11-22T23:59:00+01:00';
    const lastDay = await counter.register(
      sunday,
      person('Alix'),
      person('Beryl', { 'identification.postcode': '06000', 'identification.locality': 'Nice' }),
      person('Cyrille'),
    );
    expect(refusals(lastDay)).toEqual([[], ['residence-other-academy'], []]);
    expect(refusals(await counter.register('2020-11-23T00:00:00+01:00', person('Denis')))).toEqual([
      ['window-closed'],
    ]);
    const [alix, , cyrille] = [0, 1, 2].map((index) => lastDay[index]?.registrationNumber ?? '');

    // S3-02: no change after that day, and S3-06: work is to be shown.
    expect(
      await counter.amend('2020-11-23T09:00:00+01:00', alix!, {
        identification: { locality: 'Marseille 2' },
      }),
    ).toMatchObject({ exit: 1 });
    const { stdout } = await counter.run('2020-11-23T09:05:00+01:00', 'pieces', alix!, '--json');
    expect(stdout).toContain('employmentCertificate');

    // S3-03: fifteen days later, not seven.
    const upload = (number: string, received: string) =>
      counter.run(
        `${received}T12:00:00+01:00`,
        ...['returns', 'record', number, '--modality', 'upload', '--received', received, '--json'],
      );
    expect(JSON.parse((await upload(alix!, '2020-12-07')).stdout)).toMatchObject({ verdict: 'onTime' });
    expect(JSON.parse((await upload(cyrille!, '2020-12-08')).stdout)).toMatchObject({ verdict: 'late' });
    expect(await counter.overdue('2020-12-08T09:00:00+01:00')).toContain('cancel Cyrille lateReturn');
    const reason = ['--reason', 'Dépôt après le 7 décembre 2020'];
    expect(
      await counter.run('2020-12-08T13:00:00+01:00', 'returns', 'cancel', cyrille!, ...reason),
    ).toMatchObject({
      exit: 0,
    });
  },
  PATIENCE_MS,
);
