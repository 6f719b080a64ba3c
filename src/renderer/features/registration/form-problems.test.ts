import { expect, it } from 'vitest';
import { problemsIn } from './form-problems.ts';

it('the problems of a form are listed by step, each with its path, its printed name and its sentence', () => {
  const errors = {
    achievements: [undefined, { year: { type: 'required', message: 'Cette réponse est obligatoire.' } }],
    identification: { email: { type: 'bad-email', message: 'L’adresse n’est pas valable.' } },
  };
  expect(problemsIn(errors)).toEqual([
    {
      path: 'identification.email',
      step: 1,
      label: 'Adresse électronique',
      sentence: 'L’adresse n’est pas valable.',
    },
    {
      path: 'achievements.1.year',
      step: 4,
      label: 'Acquis n° 2, année',
      sentence: 'Cette réponse est obligatoire.',
    },
  ]);
});

it('a mark that an acquis lacks is named by its épreuve', () => {
  const missing = { mark: { type: 'required', message: 'Cette réponse est obligatoire.' } };
  const answers = { achievements: [{ effects: [{ examPaperCode: 'EP1' }, { examPaperCode: 'EG2' }] }] };
  const errors = { achievements: [{ effects: [undefined, missing] }] };
  expect(problemsIn(errors, answers).map(({ label }) => label)).toEqual(['Acquis n° 1, épreuve EG2']);
});
