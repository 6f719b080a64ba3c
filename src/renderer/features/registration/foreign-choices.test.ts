import { expect, it } from 'vitest';
import { foreignCodes, withoutCodes } from './foreign-choices.ts';

const set = {
  specialtyCode: '50022141S',
  source: 'essai',
  examPapers: [{ code: 'EP1', label: 'Tour', optional: false, kind: 'plain' as const }],
};
const typed = {
  achievements: [
    {
      year: 2020,
      effects: [
        { examPaperCode: 'EP1', effect: 'exempt' },
        { examPaperCode: 'E5-A', effect: 'exempt' },
      ],
    },
  ],
  examPapers: { optional: ['EF1'], languages: { E4: 'Anglais', E9: '' } },
};

it('choices made for another specialty are found, and leave the others as they are', () => {
  const codes = foreignCodes(typed, set);
  expect({ codes, left: withoutCodes(typed, codes) }).toEqual({
    codes: ['E4', 'EF1', 'E5-A'],
    left: {
      achievements: [{ year: 2020, effects: [{ examPaperCode: 'EP1', effect: 'exempt' }] }],
      examPapers: { optional: [], languages: { E9: '' } },
    },
  });
});
