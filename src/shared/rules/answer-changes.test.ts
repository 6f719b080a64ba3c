import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { diffAnswers, dottedChanges, withChanges } from './answer-changes.ts';

describe('what changes between two versions', () => {
  it('is named by its path, with the value before and after', () => {
    const before = anAnswer();
    const after = anAnswer({ 'identification.phone': '06 00 00 00 09', 'qualification.form': 'progressive' });
    expect(diffAnswers(before, after)).toEqual([
      { path: 'identification.phone', before: '+33600000001', after: '06 00 00 00 09' },
      { path: 'qualification.form', before: 'full', after: 'progressive' },
    ]);
  });

  it('is every answer given, from nothing, for the first version', () => {
    const paths = diffAnswers(undefined, anAnswer()).map((change) => change.path);
    expect(paths).toContain('identification.birthName');
    expect(paths).not.toContain('achievements');
  });

  it('takes a list as a whole', () => {
    const achievements = [{ type: 'otherDiploma', year: 2017, academyCode: '27', effects: [] }];
    expect(diffAnswers(anAnswer(), anAnswer({ achievements }))).toEqual([
      { path: 'achievements', before: null, after: achievements },
    ]);
  });

  it('is nothing when only the order of keys differs', () => {
    const answers = anAnswer({ 'examPapers.languages': { EG5: 'Anglais', UF: 'Espagnol' } });
    const turned = anAnswer({ 'examPapers.languages': { UF: 'Espagnol', EG5: 'Anglais' } });
    expect(diffAnswers(answers, turned)).toEqual([]);
  });
});

describe('changes asked for', () => {
  it('may be nested or dotted', () => {
    expect(dottedChanges({ identification: { phone: 'x' }, 'qualification.form': 'full' })).toEqual({
      'identification.phone': 'x',
      'qualification.form': 'full',
    });
  });

  it('remove an answer by null and leave the original untouched', () => {
    const before = anAnswer();
    const after = withChanges(before, { 'identification.phone': null });
    expect([diffAnswers(before, after as typeof before), before.identification.phone]).toEqual([
      [{ path: 'identification.phone', before: '+33600000001', after: null }],
      '+33600000001',
    ]);
  });

  it('cannot reach the prototype of anything', () => {
    withChanges(anAnswer(), { '__proto__.polluted': true, 'identification.__proto__.polluted': true });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
