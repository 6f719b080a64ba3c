import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrapText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';

/** One millimetre per letter, so that widths can be read off. */
const oneMmPerLetter = (text: string) => text.length;
const wrap = (text: string, widthMm: number) => wrapText(text, STYLES.text, widthMm, oneMmPerLetter);

describe('breaking a text into lines', () => {
  test.each([
    ['a text that fits stays whole', 'Camille', 10, ['Camille']],
    ['lines break at spaces', 'rue des Témoins fictifs', 12, ['rue des', 'Témoins', 'fictifs']],
    ['a no-break space holds its words together', 'dès 17\u00a0h', 6, ['dès', '17\u00a0h']],
    [
      'a guillemet stays beside its word',
      'lien « Activer » ici',
      12,
      ['lien', '«\u00a0Activer\u00a0»', 'ici'],
    ],
    ['a line feed starts a line', 'un\ndeux', 10, ['un', 'deux']],
    ['a long compound breaks after its hyphen', 'Saint-Exemplaire', 12, ['Saint-', 'Exemplaire']],
    ['an address breaks after the at sign', 'camille@exemple', 12, ['camille@', 'exemple']],
    ['a word without a break is cut where it must', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['an accent typed apart stays on its letter', 'abce\u0301f', 4, ['abc', 'e\u0301f']],
    ['an empty text is one empty line', '', 4, ['']],
  ])('%s', (_rule, text, widthMm, lines) => {
    expect(wrap(text, widthMm)).toEqual(lines);
  });

  test('no line is wider than asked and no letter is lost', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 40 }), (text, widthMm) => {
        const lines = wrap(text, widthMm);
        expect(lines.every((line) => line.length <= widthMm)).toBe(true);
        expect(lines.join('').replace(/[ \u00a0\n]/g, '')).toBe(text.replace(/[ \u00a0\n]/g, ''));
      }),
    );
  });
});
