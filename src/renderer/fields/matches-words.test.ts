import { expect, it } from 'vitest';
import { COUNTRIES } from './countries.ts';
import { matchesWords } from './matches-words.ts';

it('finds a label by the beginning of its words, in any order, accents aside', () => {
  expect([
    matchesWords('Métiers de la coiffure', 'coif met'),
    matchesWords('Métiers de la coiffure', 'oiffure'),
    matchesWords('Métiers de la coiffure', ''),
  ]).toEqual([true, false, true]);
});

it('the list of countries begins with France and holds countries only', () => {
  const codes = COUNTRIES.map((country) => country.value);
  expect({
    first: codes[0],
    hasIvoryCoast: codes.includes('CI'),
    hasUnions: codes.includes('EU') || codes.includes('UN') || codes.includes('ZZ'),
  }).toEqual({ first: 'FR', hasIvoryCoast: true, hasUnions: false });
});
