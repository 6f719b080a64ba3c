import { expect, it } from 'vitest';
import { aNoticeCounter, PATIENCE_MS, refusals } from './notice-counter.ts';

const ROOFER = {
  'candidature.campaignId': 'nice-2025',
  'candidature.exam': 'cap',
  'qualification.specialtyCode': '50023223S',
};
const person = (givenNames: string, exam: Record<string, unknown> = ROOFER) => ({
  ...exam,
  'identification.givenNames': givenNames,
  'identification.email': `${givenNames.toLowerCase()}@example.org`,
});
const SCAFFOLDER = { ...ROOFER, 'candidature.exam': 'cs', 'qualification.specialtyCode': '56123205S' };

it(
  'Nice 2025 is played from its opening to the exclusions for want of R.408',
  async () => {
    const counter = await aNoticeCounter('23');

    // S1-01, S1-02: the CAP alone is open in October; a CS is no longer a MC.
    const october = await counter.register(
      '2024-10-08T15:00:00+02:00',
      person('Alix'),
      person('Beryl'),
      person('Cyrille', SCAFFOLDER),
      person('Denis', { ...SCAFFOLDER, 'candidature.exam': 'mc' }),
    );
    expect(refusals(october)).toEqual([[], [], ['window-not-open'], ['exam-not-in-campaign']]);
    const [alix, beryl] = [0, 1].map((index) => counter.numberOf(october, index));
    const november = await counter.register('2024-11-04T15:00:00+01:00', person('Cyrille', SCAFFOLDER));
    expect(refusals(november)).toEqual([[]]);

    // S1-05, S1-10: uploaded within a week of the closing; the eighth day is late.
    const upload = (number: string, received: string) =>
      counter.run(
        `${received}T18:00:00+01:00`,
        ...['returns', 'record', number, '--modality', 'upload', '--received', received, '--json'],
      );
    expect(JSON.parse((await upload(alix!, '2024-11-15')).stdout)).toMatchObject({ verdict: 'onTime' });
    expect(JSON.parse((await upload(beryl!, '2024-11-16')).stdout)).toMatchObject({ verdict: 'late' });

    // S1-08: R.408 has a later date of its own; without it the file is set aside, which is not being cancelled.
    const checklist = JSON.parse(
      (await counter.run('2024-11-20T09:00:00+01:00', 'pieces', alix!, '--json')).stdout,
    ) as {
      pieces: { id: string; dueOn?: string }[];
    };
    expect(checklist.pieces.find(({ id }) => id === 'scaffoldingCertificate')?.dueOn).toBe('2025-03-14');
    expect(await counter.overdue('2025-03-10T09:00:00+01:00')).toContain('soonDue Alix r408Missing');
    expect(await counter.overdue('2025-03-15T09:00:00+01:00')).toContain('exclude Alix r408Missing');
    const reason = ['--reason', 'Attestation R.408 non fournie le 14 mars 2025'];
    await counter.run('2025-03-15T09:05:00+01:00', 'returns', 'exclude', alix!, ...reason);
    const shown = JSON.parse(
      (await counter.run('2025-03-15T09:06:00+01:00', 'show', alix!, '--json')).stdout,
    ) as {
      status: string;
      statusReason: string;
    };
    expect([shown.status, shown.statusReason]).toEqual([
      'excluded',
      'Attestation R.408 non fournie le 14 mars 2025',
    ]);
  },
  PATIENCE_MS,
);
