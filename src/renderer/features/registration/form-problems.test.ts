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
      label: 'Acquis n° 2',
      sentence: 'Cette réponse est obligatoire.',
    },
  ]);
});
