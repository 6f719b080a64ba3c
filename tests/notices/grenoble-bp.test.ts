import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aNoticeCounter, PATIENCE_MS, refusals } from './notice-counter.ts';

const person = (givenNames: string, campaignId: string) => ({
  'candidature.campaignId': campaignId,
  'candidature.exam': 'bp',
  'candidature.category': 'workExperience',
  'qualification.specialtyCode': '45033608T',
  'identification.postcode': '38000',
  'identification.locality': 'Grenoble',
  'identification.givenNames': givenNames,
  'identification.email': `${givenNames.toLowerCase()}@example.org`,
});

/** The guide with the dates an académie adds to it. */
function datedGuide(): string {
  const guide = JSON.parse(
    readFileSync(new URL('../../assets/campaigns/grenoble-bp.json', import.meta.url), 'utf8'),
  ) as object;
  const window = {
    exams: ['bp'],
    opensAt: '2025-10-13T09:00',
    closesAt: '2025-11-17T17:00',
    confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
  };
  return JSON.stringify({ ...guide, id: 'grenoble-bp-2026', session: 2026, windows: [window] });
}

it(
  'the Grenoble guide is played once dated: versions, désinscription and a new registration',
  async () => {
    const counter = await aNoticeCounter('08');
    const opening = '2025-10-13T09:00:00+02:00';

    // S4-02: nothing shown is nothing open; the académie imports its dates.
    expect(refusals(await counter.register(opening, person('Alix', 'grenoble-bp')))).toEqual([
      ['window-undated'],
    ]);
    const file = counter.file('grenoble.json', datedGuide());
    expect(await counter.run(opening, 'campaigns', 'import', file)).toMatchObject({ exit: 0 });
    const first = await counter.register(
      opening,
      person('Alix', 'grenoble-bp-2026'),
      person('Beryl', 'grenoble-bp-2026'),
    );
    expect(refusals(first)).toEqual([[], []]);
    const alix = counter.numberOf(first);

    // S4-22: a change is Version 02; S4-07: the identity is no longer the candidate's to change.
    expect(
      await counter.amend('2025-10-20T09:00:00+02:00', alix, { identification: { phone: '06 00 00 00 03' } }),
    ).toMatchObject({ exit: 0, stdout: 'Version 02 enregistrée.\n' });
    expect(
      await counter.amend('2025-10-20T09:05:00+02:00', alix, { identification: { birthName: 'AUTRE' } }),
    ).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('agent habilité') as string,
    });

    // S4-24, S4-27: désinscription until the closing, final; who changes his mind has a new number, the same as a person.
    const reason = ['--reason', 'Ne souhaite plus se présenter'];
    expect(await counter.run('2025-10-21T09:00:00+02:00', 'withdraw', alix, ...reason)).toMatchObject({
      exit: 0,
    });
    const [again] = await counter.register('2025-11-17T16:59:00+01:00', person('Alix', 'grenoble-bp-2026'));
    expect({
      sameNumber: again?.registrationNumber === alix,
      samePerson: again?.candidateNumber === first[0]?.candidateNumber,
      version: again?.version,
    }).toEqual({ sameNumber: false, samePerson: true, version: 1 });
    const beryl = counter.numberOf(first, 1);
    expect(await counter.run('2025-11-17T17:00:00+01:00', 'withdraw', beryl, ...reason)).toMatchObject({
      exit: 1,
    });

    // S4-20: the date on the back has passed, nothing came back: a person decides.
    expect(await counter.overdue('2025-11-25T09:00:00+01:00')).toEqual([
      'cancel Alix noReturn',
      'cancel Beryl noReturn',
    ]);
    await counter.run('2025-11-25T09:05:00+01:00', 'returns', 'cancel', beryl, '--reason', 'Sans retour');
    expect(await counter.overdue('2025-11-25T09:10:00+01:00')).toEqual(['cancel Alix noReturn']);
  },
  PATIENCE_MS,
);
