import { expect, it } from 'vitest';
import { answersFrom, formValuesFrom } from './form-values.ts';

it('a field left empty is no answer, at any depth', () => {
  const values = {
    identification: { birthName: 'EXEMPLE', usageName: '', phone: undefined },
    candidature: { disability: false },
    achievements: [{ year: 2017, diploma: '', effects: [] }],
  };
  expect(answersFrom(values)).toEqual({
    identification: { birthName: 'EXEMPLE' },
    candidature: { disability: false },
    achievements: [{ year: 2017, effects: [] }],
  });
});

it('a draft keeps every answer it has, and gets the blanks it lacks', () => {
  const draft = { identification: { birthDate: '12/0' }, candidature: { exam: 'cap' } };
  expect(formValuesFrom(draft)).toEqual({
    identification: { birthDate: '12/0' },
    candidature: { exam: 'cap' },
    qualification: {},
    achievements: [],
    examPapers: { optional: [], languages: {} },
  });
});
