import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { anExamPaper } from '../../../tests/builders/reference-facts.ts';
import { examPaperStates } from './exam-paper-states.ts';

const set = {
  specialtyCode: '50022141S',
  source: 'essai',
  examPapers: [
    anExamPaper('EP1'),
    anExamPaper('EG3', { kind: 'physicalEducation' }),
    anExamPaper('EG5', { kind: 'language' }),
  ],
};
const statesOf = (changes: Record<string, unknown> = {}) =>
  examPaperStates(anAnswer(changes), set).map(({ code, state, mark, language, choice }) =>
    [code, state, mark, language, choice].filter((part) => part !== undefined).join(' '),
  );

describe('the épreuves of a candidate', () => {
  it('bear what was chosen for each', () => {
    expect(statesOf()).toEqual(['EP1 toSit', 'EG3 toSit Danse', 'EG5 toSit Anglais']);
  });

  it('keep an unfit candidate’s EPS, and lose an exempt one’s', () => {
    const status = (one: string) =>
      statesOf({ 'examPapers.physicalEducation': { status: one, choices: [] } })[1];
    expect([status('unfit'), status('exempt')]).toEqual(['EG3 toSit Inapte', 'EG3 exempt']);
  });

  it('follow the achievement before the choice', () => {
    const effects = [
      { examPaperCode: 'EP1', effect: 'kept', mark: 12 },
      { examPaperCode: 'EG3', effect: 'exempt' },
    ];
    const achievements = [{ type: 'sameExamFailed', year: 2025, academyCode: '23', effects }];
    expect(statesOf({ achievements })).toEqual(['EP1 kept 12', 'EG3 exempt', 'EG5 toSit Anglais']);
  });
});
