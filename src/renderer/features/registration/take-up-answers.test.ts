import { expect, it } from 'vitest';
import { takeUpAnswers } from './take-up-answers.ts';

const KNOWN = {
  identification: {
    birthName: 'EXEMPLE',
    addressLine1: '2 impasse des Essais',
    addressCountry: 'BE',
    email: 'a@example.org',
  },
  candidature: { exam: 'cap' },
  achievements: [],
};

it('the answers of a known person are taken up, and the contact typed today stays', () => {
  const typed = {
    identification: { birthName: 'EXEMPEL', email: 'b@example.org', phone: ' ', addressCountry: 'FR' },
  };
  expect(takeUpAnswers(typed, KNOWN)).toEqual({
    identification: { ...KNOWN.identification, email: 'b@example.org' },
    candidature: { exam: 'cap' },
    qualification: {},
    achievements: [],
    examPapers: { optional: [], languages: {} },
  });
});
