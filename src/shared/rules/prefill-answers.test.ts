import { describe, expect, it } from 'vitest';
import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { Specialty } from '../contract/reference.ts';
import { prefillAnswers, type FormerRegistration } from './prefill-answers.ts';

const SPECIALTIES: Specialty[] = [
  { code: '50022141S', exam: 'cap', label: 'Pâtissier' },
  { code: '50022142S', exam: 'cap', label: 'Ancien métier', lastSession: 2025, successorCode: '50022143S' },
  {
    code: '50022143S',
    exam: 'cap',
    label: 'Métier d’entre-deux',
    lastSession: 2026,
    successorCode: '50022144S',
  },
  { code: '50022144S', exam: 'cap', label: 'Nouveau métier', firstSession: 2027 },
  { code: '50022145S', exam: 'cap', label: 'Métier disparu', lastSession: 2026 },
];
const reference = {
  findSpecialty: (code: string) => SPECIALTIES.find((one) => one.code === code),
  findExamPapers: (specialtyCode: string) => ({
    specialtyCode,
    source: 'essai',
    examPapers: ['EP1', 'EP2', 'EF'].map((code) => ({
      code,
      label: `Épreuve ${code}`,
      optional: code === 'EF',
      kind: 'plain' as const,
    })),
  }),
};

function campaign(session: number, exams: readonly string[] = ['cap']): Campaign {
  return { id: `essai-${session}`, session, windows: [{ exams }] } as unknown as Campaign;
}

const IDENTIFICATION = { birthName: 'EXEMPLE', givenNames: 'Camille' } as Answers['identification'];

function former(changes: Partial<Answers> = {}, facts: Partial<FormerRegistration> = {}): FormerRegistration {
  const answers: Answers = {
    identification: IDENTIFICATION,
    candidature: { campaignId: 'essai-2026', exam: 'cap', category: 'formerPupil', disability: true },
    qualification: { specialtyCode: '50022141S', form: 'progressive' },
    achievements: [],
    examPapers: { optional: ['EF'], languages: {} },
    ...changes,
  };
  return { answers, examYear: 2026, academyCode: '23', wasSat: true, ...facts };
}

const FAILURE = {
  type: 'sameExamFailed',
  year: 2026,
  academyCode: '23',
  effects: [
    { examPaperCode: 'EP1', effect: 'kept' },
    { examPaperCode: 'EP2', effect: 'kept' },
  ],
};

describe('the registration of a returning candidate begins with', () => {
  it('identity, exam, specialty and the last failure, whose marks a person types; never category nor handicap', () => {
    expect(prefillAnswers(former(), [campaign(2027)], reference)).toEqual({
      answers: {
        identification: IDENTIFICATION,
        candidature: { exam: 'cap', campaignId: 'essai-2027' },
        qualification: { specialtyCode: '50022141S', form: 'progressive' },
        achievements: [FAILURE],
        examPapers: { optional: [], languages: {} },
      },
      remarks: [{ code: 'marks-to-type', detail: { year: '2026' } }],
    });
  });

  it('what it was, when nothing was sat: a candidature withdrawn, or of this very session', () => {
    const achievementsOf = (one: FormerRegistration) =>
      prefillAnswers(one, [campaign(2027)], reference).answers['achievements'];
    expect([
      achievementsOf(former({}, { wasSat: false })),
      achievementsOf(former({}, { examYear: 2027 })),
    ]).toEqual([[], []]);
  });

  it('acquis less than six years old; a dispense by a diploma does not grow old', () => {
    const effect = { examPaperCode: 'EP1', effect: 'kept' as const, mark: 12 };
    const dispense = { examPaperCode: 'EP2', effect: 'exempt' as const };
    const achievements: Answers['achievements'] = [
      { type: 'sameExamFailed', year: 2022, academyCode: '23', effects: [effect] },
      { type: 'sameExamFailed', year: 2021, academyCode: '23', effects: [effect] },
      { type: 'experienceValidation', year: 2020, academyCode: '23', effects: [dispense] },
      { type: 'otherDiploma', year: 2010, academyCode: '23', effects: [dispense, effect] },
    ];
    const { answers, remarks } = prefillAnswers(
      former({ achievements }, { wasSat: false }),
      [campaign(2027)],
      reference,
    );
    expect([answers['achievements'], remarks]).toEqual([
      [achievements[0], { ...achievements[3], effects: [dispense] }],
      ['2021', '2020', '2010'].map((year) => ({ code: 'achievement-expired', detail: { year } })),
    ]);
  });

  it('the specialty that replaced it, through two replacements, whose épreuves a person translates', () => {
    const qualification = { specialtyCode: '50022142S', form: 'full' as const };
    const { answers, remarks } = prefillAnswers(former({ qualification }), [campaign(2027)], reference);
    expect([answers['qualification'], answers['achievements'], remarks]).toEqual([
      { specialtyCode: '50022144S', form: 'full' },
      [{ ...FAILURE, effects: [] }],
      [
        {
          code: 'specialty-replaced',
          detail: { former: 'Ancien métier', session: '2027', successor: 'Nouveau métier (50022144S)' },
        },
        { code: 'marks-to-type', detail: { year: '2026' } },
      ],
    ]);
  });

  it('no specialty, where it has no successor, and no campaign where none or several are open', () => {
    const qualification = { specialtyCode: '50022145S', form: 'full' as const };
    const gone = prefillAnswers(former({ qualification }), [campaign(2027)], reference);
    const codesWith = (campaigns: Campaign[]) =>
      prefillAnswers(former(), campaigns, reference).remarks.map(({ code }) => code);
    expect([
      gone.answers['qualification'],
      gone.remarks[0]?.code,
      codesWith([]),
      codesWith([campaign(2027), campaign(2028)]),
    ]).toEqual([
      { form: 'full' },
      'specialty-gone',
      ['no-open-service', 'marks-to-type'],
      ['several-open-services', 'marks-to-type'],
    ]);
  });

  it('a CS where it was an MC', () => {
    const mc = former({ candidature: { ...former().answers.candidature, exam: 'mc' } });
    expect(prefillAnswers(mc, [campaign(2027, ['cs'])], reference).answers['candidature']).toEqual({
      exam: 'cs',
      campaignId: 'essai-2027',
    });
  });
});
