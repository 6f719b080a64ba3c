import { expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation } from '../../../../tests/builders/station.ts';

async function printedFields(changes: Record<string, unknown>) {
  const { call } = await aStation();
  const { registrationNumber: number } = await call('registrations.register', { answers: anAnswer(changes) });
  const { layout } = await call('confirmations.issue', { number });
  const fields = layout.pages.flatMap((page) => page.fields);
  return (id: string) => fields.find((field) => field.id === id)?.value;
}

it('the sheet says which EPS and which language are sat, beside the épreuve', async () => {
  const valueOf = await printedFields({ 'examPapers.physicalEducation.choices': ['Tennis de table'] });
  expect([valueOf('examPapers.EG3'), valueOf('examPapers.EG5')]).toEqual([
    'À passer, Tennis de table',
    'À passer, Anglais',
  ]);
});

it('the sheet of a candidate unfit for EPS says no more than that', async () => {
  const valueOf = await printedFields({ 'examPapers.physicalEducation': { status: 'unfit', choices: [] } });
  expect(valueOf('examPapers.EG3')).toBe('À passer, Inapte');
});

it('the sheet of a CS bears no form, which no text knows', async () => {
  const valueOf = await printedFields({
    'candidature.exam': 'cs',
    'qualification.specialtyCode': '56123205S',
  });
  expect([valueOf('qualification.specialtyCode'), valueOf('qualification.form')]).toEqual([
    'Échafaudeur',
    undefined,
  ]);
});

it('the sheet names the kind of a diploma with its exemptions', async () => {
  const effects = [{ examPaperCode: 'EG3', effect: 'exempt' }];
  const valueOf = await printedFields({
    achievements: [{ type: 'otherDiploma', diplomaKind: 'bep', year: 2012, academyCode: '23', effects }],
  });
  expect(valueOf('achievements.0')).toMatch(/^BEP, 2012, Nice — EG3.: dispense$/);
});
