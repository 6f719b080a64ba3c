import { describe, expect, test } from 'vitest';
import { foldForSearch } from './fold.ts';

describe('folding a text for search', () => {
  test.each([
    ['accents and capitals are dropped', 'ÉLÉONORE Noël', 'eleonore noel'],
    ['ligatures become two letters', 'Œuvre, Lætitia, Straße', 'oeuvre laetitia strasse'],
    ['hyphens, apostrophes and runs of signs become one space', 'L’Haÿ -- les--Roses', 'l hay les roses'],
    ['composed and decomposed spellings are the same', 'E\u0301milie', 'emilie'],
    ['letters of other alphabets stay', 'Ώmega 7', 'ωmega 7'],
    ['a text of signs only is empty', ' -’. ', ''],
  ])('%s', (_rule, text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });
});
