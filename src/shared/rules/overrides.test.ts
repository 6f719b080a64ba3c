import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../tests/builders/answers.ts';
import { applyOverrides } from './overrides.ts';

const residence = { path: 'identification.postcode', code: 'residence-other-academy' } as const;
const override = { code: 'residence-other-academy', reason: 'Détachement provisoire' } as const;

describe('an override', () => {
  it('of an entitled clerk sets the rule aside and is kept', () => {
    expect(applyOverrides([residence], [override], anAnswer(), () => true)).toEqual({
      problems: [],
      used: [override],
    });
  });

  it('of another clerk leaves the rule, and says so', () => {
    expect(applyOverrides([residence], [override], anAnswer(), () => false)).toEqual({
      problems: [residence, { path: residence.path, code: 'override-not-allowed' }],
      used: [],
    });
  });

  it('never opens a window that is closed', () => {
    const closed = { path: 'candidature.exam', code: 'window-closed' } as const;
    expect(
      applyOverrides(
        [closed],
        [{ code: 'window-closed', reason: 'Arrivé en retard' }],
        anAnswer(),
        () => true,
      ).problems,
    ).toEqual([closed, { path: 'candidature.exam', code: 'override-not-allowed' }]);
  });

  it('of one registration per session is for the CAP, MC and CS, not for the bac pro', () => {
    const second = { path: 'candidature.exam', code: 'one-registration-per-exam' } as const;
    const derogation = { code: 'one-registration-per-exam', reason: 'Dérogation du recteur' } as const;
    const used = (exam: string) =>
      applyOverrides([second], [derogation], anAnswer({ 'candidature.exam': exam }), () => true).used.length;
    expect([used('cap'), used('cs'), used('bacPro')]).toEqual([1, 1, 0]);
  });

  it('that meets no problem is forgotten', () => {
    expect(applyOverrides([], [override], anAnswer(), () => true)).toEqual({ problems: [], used: [] });
  });
});
