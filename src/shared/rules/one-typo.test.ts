import { expect, it } from 'vitest';
import { wordsOneTypoAway } from './one-typo.ts';

it('a wrong, missing, doubled or swapped letter is one typo away, two are not', () => {
  const near = wordsOneTypoAway('exemple');
  expect(
    ['exampel', 'exemplé', 'exemple', 'exmple', 'exemmple', 'exemplo', 'xeemple', 'exemples', 'xemple'].map(
      (word) => near.has(word),
    ),
  ).toEqual([false, false, false, true, true, true, true, true, true]);
});
