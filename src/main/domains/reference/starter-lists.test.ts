import { describe, expect, test } from 'vitest';
import { examPaperStates } from '#shared/rules/exam-paper-states.ts';
import { proposedExemptions } from '#shared/rules/exemptions.ts';
import { openReference } from './index.ts';

const reference = openReference();

/** `40033007T bacPro 2025- Accompagnement soins…`, with its successor. */
function line(code: string): string {
  const specialty = reference.findSpecialty(code);
  const { exam = '', label = '', firstSession = '', lastSession = '', successorCode } = specialty ?? {};
  const successor = successorCode === undefined ? '' : ` → ${successorCode}`;
  return `${code} ${exam} ${firstSession}-${lastSession} ${label}${successor}`;
}

describe('the specialties the program ships', () => {
  test('are those the notices name, with their sessions and successors', () => {
    const codes = [
      '50033205T',
      '50033615T',
      '50022141S',
      '50023223S',
      '45033608T',
      '56123205S',
      '40033003T',
      '40033004T',
      '40033007T',
      '40033603T',
      '40033606T',
    ];
    expect(codes.map(line)).toEqual([
      '50033205T cap 2021- Accompagnant éducatif petite enfance',
      '50033615T cap 2020- Esthétique cosmétique parfumerie',
      '50022141S cap 2021- Pâtissier',
      '50023223S cap 2023- Couvreur',
      '45033608T bp 2013- Coiffure',
      '56123205S cs 2025- Échafaudeur',
      '40033003T bacPro 2014-2024 Accompagnement soins et services à la personne option A - à domicile → 40033007T',
      '40033004T bacPro 2014-2024 Accompagnement soins et services à la personne option B - en structure → 40033007T',
      '40033007T bacPro 2025- Accompagnement soins et services à la personne',
      '40033603T bacPro 2020-2024 Esthétique cosmétique parfumerie → 40033606T',
      '40033606T bacPro 2025- Esthétique cosmétique parfumerie',
    ]);
  });

  test('are many more, of every exam, some with an extra session and a family of trades', () => {
    const { specialties } = reference.lists;
    const count = (exam: string) => specialties.filter((one) => one.exam === exam).length;
    expect({
      byExam: ['cap', 'bacPro', 'bp', 'cs', 'mc'].map(count),
      withExtraSession: specialties.some(({ extraSession }) => extraSession !== undefined),
      families: specialties.filter(({ family }) => family !== undefined).length,
    }).toEqual({ byExam: [81, 75, 35, 37, 2], withExtraSession: true, families: 45 });
  });

  test('that ask for R.408 are building specialties the list knows, in four groups where a source says which', () => {
    const codes = ['50023223S', '50023224S', '45023216S', '50023446S', '50022141S'];
    expect(codes.map((code) => reference.findR408(code)?.group ?? reference.findR408(code)?.source)).toEqual([
      1,
      3,
      4,
      expect.stringContaining('groupe non relevé'),
      undefined,
    ]);
  });
});

describe('académies and départements, without the faults of the table they come from', () => {
  const academyOf = (department: string) =>
    reference.academies.filter(({ departments }) => departments.includes(department)).map(({ name }) => name);

  test('the Vendée is of Nantes, Mayotte is there once, Corsica is two, no pseudo-code is left', () => {
    const pseudo = ['985', '130', '099', '91x', '#', '$', '001'];
    expect([
      academyOf('85'),
      academyOf('976'),
      [academyOf('2A'), academyOf('2B')],
      pseudo.flatMap(academyOf),
    ]).toEqual([['Nantes'], ['Mayotte'], [['Corse'], ['Corse']], []]);
  });

  test('the overseas collectivities have their services, with their own hours', () => {
    const services = ['975', '986', '987', '988'].flatMap((department) =>
      reference.academies
        .filter(({ departments }) => departments.includes(department))
        .map(({ code, timeZone }) => `${department} ${code} ${timeZone}`),
    );
    expect(services).toEqual([
      '975 44 America/Miquelon',
      '986 42 Pacific/Wallis',
      '987 41 Pacific/Tahiti',
      '988 40 Pacific/Noumea',
    ]);
  });

  test('a postcode is of the départements of the communes it serves, sometimes two', () => {
    expect(
      ['06000', '20200', '97410', '01410', '99999'].map((code) => reference.departmentsOfPostcode(code)),
    ).toEqual([['06'], ['2B'], ['974'], ['01', '39'], []]);
  });
});

describe('EPS and exemptions', () => {
  test('EPS is one épreuve for the CAP and two for the bac pro, of three learning fields', () => {
    const { activities, choices } = reference.physicalEducation;
    expect([
      activities.map(({ name }) => name),
      new Set(activities.map((one) => one.learningField)).size,
      choices,
    ]).toEqual([['Demi-fond', 'Danse', 'Tennis de table'], 3, { cap: 1, bacPro: 2 }]);
  });

  test('a DMA of 2017, académie de Corse, spares a bac pro candidate the five épreuves of the portal’s guide (S4-15)', () => {
    const set = reference.findExamPapers('40033007T');
    const origin = { type: 'otherDiploma', diplomaKind: 'dma' } as const;
    const proposal = proposedExemptions('bacPro', origin, set?.examPapers ?? [], reference.achievementRules);
    const states = examPaperStates(
      {
        achievements: [
          {
            ...origin,
            year: 2017,
            academyCode: '27',
            effects: (proposal?.examPaperCodes ?? []).map((examPaperCode) => ({
              examPaperCode,
              effect: 'exempt',
            })),
          },
        ],
        examPapers: { optional: [], languages: {} },
      },
      set,
    );
    expect(
      states.filter(({ state }) => state === 'exempt').map(({ code, label }) => `${code} ${label}`),
    ).toEqual([
      'E4 Langue vivante',
      'E5-A Français',
      'E5-B Histoire-géographie et enseignement moral et civique',
      'E6 Arts appliqués et cultures artistiques',
      'E7 Éducation physique et sportive',
    ]);
  });
});
