import { expect, it } from 'vitest';
import { aNoticeCounter, PATIENCE_MS, refusals } from './notice-counter.ts';

const BP = {
  'candidature.campaignId': 'aix-marseille-2024',
  'candidature.exam': 'bp',
  'candidature.category': 'workExperience',
  'qualification.specialtyCode': '45033608T',
  'identification.postcode': '13100',
  'identification.locality': 'Aix-en-Provence',
};
const person = (givenNames: string, exam: Record<string, unknown> = BP) => ({
  ...exam,
  'identification.givenNames': givenNames,
  'identification.email': `${givenNames.toLowerCase()}@example.org`,
});
const CAP = {
  ...BP,
  'candidature.exam': 'cap',
  'qualification.specialtyCode': '50022141S',
  'examPapers.languages': { EG5: 'Anglais' },
  'examPapers.physicalEducation': { status: 'fit', choices: ['Danse'] },
};

it(
  'Aix-Marseille 2024 is played from its opening to the cancellations for want of pieces',
  async () => {
    const counter = await aNoticeCounter('02');

    // S2-02: no hours, so whole days; the CAP opens and closes before the BP.
    expect(
      refusals(await counter.register('2023-10-12T00:00:00+02:00', person('Alix'), person('Beryl', CAP))),
    ).toEqual([['window-not-open'], []]);
    const late = await counter.register(
      '2023-11-27T23:59:00+01:00',
      person('Alix'),
      person('Cyrille'),
      person('Denis', CAP),
    );
    expect(refusals(late)).toEqual([[], [], ['window-closed']]);
    expect(refusals(await counter.register('2023-11-28T00:00:00+01:00', person('Elie')))).toEqual([
      ['window-closed'],
    ]);
    const [alix, cyrille] = [0, 1].map((index) => counter.numberOf(late, index));

    // S2-06: uploads are taken from the opening on, the same last day for both groups.
    const upload = (number: string, received: string) =>
      counter.run(
        `${received}T12:00:00+01:00`,
        ...['returns', 'record', number, '--modality', 'upload', '--received', received, '--json'],
      );
    expect(JSON.parse((await upload(alix!, '2023-12-04')).stdout)).toMatchObject({ verdict: 'onTime' });
    expect(JSON.parse((await upload(cyrille!, '2023-12-04')).stdout)).toMatchObject({ verdict: 'onTime' });

    // S2-07: the signed confirmation alone is not enough; the pieces are needed too.
    const at = '2023-12-04T14:00:00+01:00';
    const { pieces } = JSON.parse((await counter.run(at, 'pieces', alix!, '--json')).stdout) as {
      pieces: { id: string; state: string }[];
    };
    for (const { id, state } of pieces)
      if (state !== 'accepted') await counter.run(at, 'pieces', alix!, '--set', `${id}=accepted`);
    expect(await counter.overdue('2023-12-05T09:00:00+01:00')).toEqual([
      'cancel Beryl noReturn',
      'cancel Cyrille piecesMissing',
    ]);
    const reason = ['--reason', 'Pièces non déposées le 4 décembre 2023'];
    expect(
      await counter.run('2023-12-05T09:05:00+01:00', 'returns', 'cancel', cyrille!, ...reason),
    ).toMatchObject({
      exit: 0,
    });
  },
  PATIENCE_MS,
);

it(
  'Aix-Marseille 2024 prints its office and where an arrangement is asked for',
  async () => {
    const counter = await aNoticeCounter('02');
    const at = '2023-11-06T10:00:00+01:00';
    const disabled = { 'candidature.disability': true, 'candidature.disabilityRequest': 'new' };
    const number = counter.numberOf(await counter.register(at, person('Alix', { ...BP, ...disabled })));
    const printed = await counter.printed(at, number);
    expect(
      ['DIEC 3.05', 'amex'].filter((words) => !printed.toLowerCase().includes(words.toLowerCase())),
    ).toEqual([]);
  },
  PATIENCE_MS,
);
