import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { anExamPaper, someReferenceFacts } from '../../../tests/builders/reference-facts.ts';
import { checkPhysicalEducation } from './check-physical-education.ts';

const { physicalEducation: list } = someReferenceFacts();
const papers = [anExamPaper('EG3', { kind: 'physicalEducation' })];

const sentence = (exam: string, physicalEducation: unknown, more: Record<string, unknown> = {}) => {
  const answers = anAnswer({
    'candidature.exam': exam,
    'examPapers.physicalEducation': physicalEducation,
    ...more,
  });
  return checkPhysicalEducation(answers, papers, list)[0]?.detail?.['expected'];
};
const fit = (...choices: string[]) => ({ status: 'fit', choices });

describe('EPS', () => {
  it('is one épreuve of the national list for the CAP', () => {
    const expected =
      'Choisissez une épreuve parmi : demi-fond, danse, tennis de table ; ou indiquez l’inaptitude ou la dispense.';
    expect([
      sentence('cap', fit('Danse')),
      sentence('cap', null),
      sentence('cap', fit()),
      sentence('cap', fit('Natation')),
      sentence('cap', fit('Danse', 'Demi-fond')),
    ]).toEqual([undefined, expected, expected, expected, expected]);
  });

  it('is two of different learning fields for the bac pro', () => {
    const expected =
      'Choisissez deux épreuves de champs d’apprentissage différents parmi : demi-fond, danse, tennis de table ; ou indiquez l’inaptitude ou la dispense.';
    expect([
      sentence('bacPro', fit('Danse', 'Tennis de table')),
      sentence('bacPro', fit('Danse')),
      sentence('bacPro', fit('Danse', 'Danse')),
    ]).toEqual([undefined, expected, expected]);
  });

  it('has nothing to choose for somebody unfit or exempt', () => {
    const nothing = 'Sans épreuve d’EPS à passer, il n’y a rien à choisir.';
    expect([
      sentence('cap', { status: 'unfit', choices: [] }),
      sentence('cap', { status: 'exempt', choices: [] }),
      sentence('cap', { status: 'unfit', choices: ['Danse'] }),
    ]).toEqual([undefined, undefined, nothing]);
  });

  it('spares nobody who comes from school or apprenticeship at the bac pro', () => {
    const exempt = { status: 'exempt', choices: [] };
    const byCategory = ['formerPupil', 'formerApprentice', 'workExperience', 'continuingTraining'].map(
      (category) => sentence('bacPro', exempt, { 'candidature.category': category }) !== undefined,
    );
    expect([byCategory, sentence('cap', exempt, { 'candidature.category': 'formerPupil' })]).toEqual([
      [true, true, false, false],
      undefined,
    ]);
  });

  it('is not asked where a diploma exempts from it, nor of a BP', () => {
    const achievements = [
      {
        type: 'otherDiploma',
        diplomaKind: 'dma',
        year: 2017,
        academyCode: '27',
        effects: [{ examPaperCode: 'EG3', effect: 'exempt' }],
      },
    ];
    expect([sentence('bacPro', null, { achievements }), sentence('bp', null)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('takes any two different activities of the list, in any order, and nothing else', () => {
    const names = ['Demi-fond', 'Danse', 'Tennis de table', 'Natation'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 2 }), (choices) => {
        const isRight = new Set(choices).size === 2 && !choices.includes('Natation');
        return (sentence('bacPro', fit(...choices)) === undefined) === isRight;
      }),
    );
  });
});
