import { describe, expect, it } from 'vitest';
import type { ExamPaperSet, Specialty } from '../contract/reference.ts';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { aCampaign } from '../../../tests/builders/campaign.ts';
import { someReferenceFacts } from '../../../tests/builders/reference-facts.ts';
import { checkAchievements } from './check-achievements.ts';
import { checkRegistration } from './check-registration.ts';

const SPECIALTIES: Specialty[] = [
  { code: '50022141S', exam: 'cap', label: 'Pâtissier' },
  {
    code: '40025410S',
    exam: 'bacPro',
    label: 'Construction des carrosseries',
    lastSession: 2026,
    successorCode: '40025413S',
    extraSession: 2027,
  },
  {
    code: '40099901T',
    exam: 'bacPro',
    label: 'Spécialité close',
    lastSession: 2025,
    successorCode: '40099902T',
  },
];
const PAPERS: ExamPaperSet = {
  specialtyCode: '50022141S',
  source: 'essai',
  examPapers: [
    { code: 'EP1', label: 'Tour', optional: false, kind: 'plain' },
    { code: 'EG5', label: 'Langue vivante', optional: false, kind: 'language' },
    { code: 'EF', label: 'Arts appliqués', optional: true, kind: 'plain' },
    { code: 'EF2', label: 'Langue vivante (facultative)', optional: true, kind: 'language' },
  ],
};

const reference = someReferenceFacts({ specialties: SPECIALTIES, examPapers: [PAPERS] });

function problems(
  changes: Record<string, unknown>,
  facts: {
    campaign?: ReturnType<typeof aCampaign>;
    now?: string;
    other?: string;
    earlierForm?: 'full' | 'progressive';
  } = {},
) {
  const found = checkRegistration(anAnswer(changes), {
    reference,
    campaign: facts.campaign ?? aCampaign(),
    nowMs: Date.parse(facts.now ?? '2026-11-20T10:00:00Z'),
    otherRegistrationNumber: facts.other,
    earlierForm: facts.earlierForm,
  });
  return found.map((problem) => `${problem.path} ${problem.code}`);
}

const achievement = (...effects: unknown[]) => ({
  achievements: [{ type: 'sameExamFailed', year: 2025, academyCode: '23', effects }],
});

describe('a registration that may be saved', () => {
  it('has no problem', () => {
    expect(problems({})).toEqual([]);
  });
});

describe('identity', () => {
  it('has a birth date of a living adult or near-adult', () => {
    const byDate = ['2026-11-21', '2015-01-01', '1850-06-01'].map((birthDate) =>
      problems({ 'identification.birthDate': birthDate }),
    );
    expect(byDate).toEqual([
      ['identification.birthDate date-in-future'],
      ['identification.birthDate too-young'],
      ['identification.birthDate too-old'],
    ]);
  });

  it('asks the parents’ names only of someone born abroad', () => {
    const abroad = {
      'identification.birthCountry': 'DZ',
      'identification.birthTown': 'Alger',
      'identification.birthCommuneCode': null,
    };
    expect([
      problems(abroad),
      problems({ ...abroad, 'identification.motherName': 'EXEMPLE Claude' }),
    ]).toEqual([['identification.fatherName parents-required'], []]);
  });

  it('accepts a commune that no longer exists, by name without a code, but not a wrong code', () => {
    expect([
      problems({ 'identification.birthCommuneCode': null }),
      problems({ 'identification.birthCommuneCode': '99999' }),
    ]).toEqual([[], ['identification.birthCommuneCode unknown-commune']]);
  });

  it('wants five digits of a French postcode only', () => {
    expect([
      problems({ 'identification.postcode': '6000' }),
      problems({ 'identification.postcode': 'B-1000', 'identification.addressCountry': 'BE' }),
    ]).toEqual([['identification.postcode bad-postcode'], []]);
  });

  it('knows the four shapes of an INE', () => {
    const shapes = ['123456789AB', '1234567890A', 'ABCDEFGHIJ1', '2024A12345B'].map((ine) =>
      problems({ 'identification.ine': ine }),
    );
    expect([shapes.flat(), problems({ 'identification.ine': '12345' })]).toEqual([
      [],
      ['identification.ine bad-ine'],
    ]);
  });
});

describe('the candidature', () => {
  it('is refused outside the window, with the exam named', () => {
    const campaign = aCampaign({
      windows: [
        {
          exams: ['cap'],
          opensAt: '2026-11-01T15:00',
          closesAt: '2026-11-20T11:00',
          confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
        },
      ],
    });
    const at = ['2026-11-01T13:59:00Z', '2026-11-01T14:00:00Z', '2026-11-20T10:00:00Z'].map((now) =>
      problems({}, { campaign, now }),
    );
    expect(at).toEqual([['candidature.exam window-not-open'], [], ['candidature.exam window-closed']]);
  });

  it('is refused for an exam the campaign does not open', () => {
    const campaign = aCampaign({ windows: [{ ...aCampaign().windows[0]!, exams: ['bp'] }] });
    expect(problems({}, { campaign })).toEqual(['candidature.exam exam-not-in-campaign']);
  });

  it('says whether a disability arrangement exists or is new', () => {
    expect(problems({ 'candidature.disability': true })).toEqual([
      'candidature.disabilityRequest disability-detail-required',
    ]);
  });

  it('is the only one of the person for the exam in the session', () => {
    expect(problems({}, { other: '273500000000101' })).toEqual([
      'candidature.exam one-registration-per-exam',
    ]);
  });
});

describe('who may register here', () => {
  it('is neither a pupil nor an apprentice: their school does it (S4-01)', () => {
    const byCategory = ['schoolPupil', 'apprentice', 'formerPupil'].map((category) =>
      problems({ 'candidature.category': category }),
    );
    const refused = ['candidature.category pupil-registers-at-school'];
    expect(byCategory).toEqual([refused, refused, []]);
  });

  it('lives in the académie where the campaign requires it, and only there (S3-04)', () => {
    const judged = (residence: 'required' | 'advised', changes: Record<string, unknown>) =>
      problems(changes, { campaign: aCampaign({ academyCode: '23', residence }) });
    const marseille = { 'identification.postcode': '13001', 'identification.locality': 'Marseille' };
    const abroad = { 'identification.postcode': '1000', 'identification.addressCountry': 'BE' };
    const refused = ['identification.postcode residence-other-academy'];
    expect([
      judged('required', {}),
      judged('required', marseille),
      judged('required', abroad),
      judged('advised', marseille),
    ]).toEqual([[], refused, refused, []]);
  });

  it('keeps the form of the first registration, except where no text knows a form', () => {
    const cs = { 'candidature.exam': 'cs', 'qualification.specialtyCode': '56199901T' };
    expect([
      problems({}, { earlierForm: 'full' }),
      problems({}, { earlierForm: 'progressive' }),
      problems(cs, { earlierForm: 'progressive' }),
    ]).toEqual([
      [],
      ['qualification.form form-definitive'],
      ['qualification.specialtyCode unknown-specialty'],
    ]);
  });

  it('declares jobs that end after they begin', () => {
    const workPeriods = [
      { from: '2020-01-01', to: '2020-12-31' },
      { from: '2022-01-01', to: '2021-12-31' },
    ];
    expect(problems({ 'candidature.workPeriods': workPeriods })).toEqual([
      'candidature.workPeriods.1.to end-before-start',
    ]);
  });
});

describe('the specialty', () => {
  it('exists and belongs to the exam', () => {
    expect([
      problems({ 'qualification.specialtyCode': '50099999Z' }),
      problems({ 'candidature.exam': 'bp' }),
    ]).toEqual([
      ['qualification.specialtyCode unknown-specialty'],
      ['qualification.specialtyCode specialty-other-exam'],
    ]);
  });

  it('is open in the session, the extra session included', () => {
    const bacPro = (specialtyCode: string) =>
      problems({ 'candidature.exam': 'bacPro', 'qualification.specialtyCode': specialtyCode });
    expect([bacPro('40025410S'), bacPro('40099901T')]).toEqual([
      [],
      ['qualification.specialtyCode specialty-not-in-session'],
    ]);
  });
});

describe('épreuves and acquis', () => {
  it('name épreuves of the specialty, each once', () => {
    const twice = achievement(
      { examPaperCode: 'EP1', effect: 'exempt' },
      { examPaperCode: 'EP1', effect: 'exempt' },
      { examPaperCode: 'EP9', effect: 'exempt' },
    );
    expect(problems(twice)).toEqual([
      'achievements.0.effects.1.examPaperCode duplicate-value',
      'achievements.0.effects.2.examPaperCode unknown-exam-paper',
    ]);
  });

  it('keep a mark of 10 or more, carry one below 10 in progressive form only, and give an exemption no mark', () => {
    const judged = [
      problems(achievement({ examPaperCode: 'EP1', effect: 'kept', mark: 10 })),
      problems(achievement({ examPaperCode: 'EP1', effect: 'kept', mark: 9.5 })),
      problems(achievement({ examPaperCode: 'EP1', effect: 'carried', mark: 8 })),
      problems({
        ...achievement({ examPaperCode: 'EP1', effect: 'carried', mark: 8 }),
        'qualification.form': 'progressive',
      }),
      problems(achievement({ examPaperCode: 'EP1', effect: 'exempt', mark: 12 })),
      problems(achievement({ examPaperCode: 'EP1', effect: 'kept' })),
    ];
    const path = 'achievements.0.effects.0.mark';
    expect(judged).toEqual([
      [],
      [`${path} out-of-range`],
      [`${path} out-of-range`],
      [],
      [`${path} out-of-range`],
      [`${path} required`],
    ]);
  });

  it('take as optional only what is optional, and a language only where one is sat', () => {
    expect([
      problems({ 'examPapers.optional': ['EF'] }),
      problems({ 'examPapers.optional': ['EP1'] }),
      problems({ 'examPapers.languages': { EP1: 'Anglais', EG5: 'Anglais' } }),
    ]).toEqual([
      [],
      ['examPapers.optional.0 exam-paper-not-optional'],
      ['examPapers.languages.EP1 unknown-exam-paper'],
    ]);
  });

  it('keep a mark for five years, an exemption without limit', () => {
    const inYear = (year: number, effect: string, mark?: number) =>
      problems({
        achievements: [
          {
            type: 'sameExamFailed',
            year,
            academyCode: '23',
            effects: [{ examPaperCode: 'EP1', effect, mark }],
          },
        ],
      });
    expect([inYear(2022, 'kept', 12), inYear(2021, 'kept', 12), inYear(1995, 'exempt')]).toEqual([
      [],
      ['achievements.0.year mark-too-old'],
      [],
    ]);
  });

  it('say which kind of diploma was obtained', () => {
    const other = (diplomaKind?: string) =>
      problems({
        achievements: [{ type: 'otherDiploma', diplomaKind, year: 2017, academyCode: '23', effects: [] }],
      });
    expect([other('dma'), other()]).toEqual([[], ['achievements.0.diplomaKind required']]);
  });

  it('carry no mark into an MC or a CS', () => {
    const effects = [{ examPaperCode: 'E1', effect: 'carried', mark: 8 }];
    const answers = anAnswer({
      'candidature.exam': 'cs',
      'qualification.form': 'progressive',
      'qualification.specialtyCode': '56199901T',
      achievements: [{ type: 'sameExamFailed', year: 2025, academyCode: '23', effects }],
    });
    expect(
      checkAchievements(answers, aCampaign(), reference).map(({ path, code }) => `${path} ${code}`),
    ).toEqual(['achievements.0.effects.0.mark out-of-range']);
  });
});

describe('languages', () => {
  const spared = achievement({ examPaperCode: 'EG5', effect: 'exempt' });

  it('are named for each language épreuve to be sat, the optional ones asked for included', () => {
    expect([
      problems({ 'examPapers.languages': {} }),
      problems({ 'examPapers.languages': {}, ...spared }),
      problems({ 'examPapers.optional': ['EF2'] }),
    ]).toEqual([['examPapers.languages.EG5 required'], [], ['examPapers.languages.EF2 required']]);
  });

  it('are those the académie can examine, when it says which', () => {
    const campaign = aCampaign({ languages: ['Anglais', 'Espagnol'] });
    const inLanguage = (language: string) => problems({ 'examPapers.languages.EG5': language }, { campaign });
    expect([inLanguage('anglais'), inLanguage('Turc')]).toEqual([
      [],
      ['examPapers.languages.EG5 language-not-offered'],
    ]);
  });
});
