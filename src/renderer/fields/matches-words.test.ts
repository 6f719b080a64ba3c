import { expect, it } from 'vitest';
import { matchesWords } from './matches-words.ts';

it('finds a label by the beginning of its words, in any order, accents aside', () => {
  expect([
    matchesWords('Métiers de la coiffure', 'coif met'),
    matchesWords('Métiers de la coiffure', 'oiffure'),
    matchesWords('Métiers de la coiffure', ''),
  ]).toEqual([true, false, true]);
});
