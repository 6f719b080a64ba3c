import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anExamPaper } from '../../../tests/builders/reference-facts.ts';
import { SUBJECTS, type AchievementRules, type Subject } from '../contract/reference.ts';
import { keepablePapers, listedDiplomaKinds, proposedExemptions } from './exemptions.ts';

const rules: AchievementRules = {
  diplomaKinds: [{ exam: 'bacPro', kinds: ['dma', 'bma'], source: 'essai' }],
  exemptions: [
    { exam: 'bacPro', diplomaKind: 'dma', subjects: ['french', 'historyGeography'], source: 'un texte' },
  ],
  keptAfterFailure: [{ exam: 'bacPro', subjects: ['mathematics'], source: 'un autre texte' }],
};
const about = (code: string, ...subjects: Subject[]) => anExamPaper(code, { subjects });
const papers = [
  anExamPaper('E2'),
  about('E5', 'french', 'historyGeography'),
  about('E6', 'french', 'mathematics'),
  about('E1', 'mathematics'),
  { ...about('EF', 'french'), optional: true },
];

describe('a diploma', () => {
  it('exempts from the épreuves all of whose subjects its text names, and from no other', () => {
    expect(proposedExemptions('bacPro', { type: 'otherDiploma', diplomaKind: 'dma' }, papers, rules)).toEqual(
      {
        examPaperCodes: ['E5'],
        source: 'un texte',
      },
    );
  });

  it('proposes nothing where no text is known', () => {
    expect([
      proposedExemptions('bacPro', { type: 'otherDiploma', diplomaKind: 'bma' }, papers, rules),
      proposedExemptions('cap', { type: 'otherDiploma', diplomaKind: 'dma' }, papers, rules),
      proposedExemptions('bacPro', { type: 'sameExamFailed', diplomaKind: 'dma' }, papers, rules),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('is chosen in the list of the exam, where one is known', () => {
    expect([listedDiplomaKinds('bacPro', rules), listedDiplomaKinds('cap', rules)]).toEqual([
      ['dma', 'bma'],
      undefined,
    ]);
  });

  it('never exempts from an épreuve about a subject that is not named', () => {
    const subjects = fc.uniqueArray(fc.constantFrom(...SUBJECTS), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(subjects, { maxLength: 8 }), (lists) => {
        const set = lists.map((list, index) => about(`E${index}`, ...list));
        const origin = { type: 'otherDiploma', diplomaKind: 'dma' } as const;
        const codes = proposedExemptions('bacPro', origin, set, rules)?.examPaperCodes ?? [];
        const named: readonly string[] = ['french', 'historyGeography'];
        return set.every(
          (paper) => !codes.includes(paper.code) || paper.subjects?.every((one) => named.includes(one)),
        );
      }),
    );
  });
});

it('marks are kept after the failure of another specialty, for the subjects its text names', () => {
  expect([
    keepablePapers('bacPro', { type: 'otherSpecialtyFailed' }, papers, rules),
    keepablePapers('bacPro', { type: 'sameExamFailed' }, papers, rules),
  ]).toEqual([{ examPaperCodes: ['E1'], source: 'un autre texte' }, undefined]);
});
