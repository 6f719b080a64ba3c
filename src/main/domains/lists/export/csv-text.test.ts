import { describe, expect, it } from 'vitest';
import { csvLine, harmlessText } from './csv-text.ts';

describe('a cell of a CSV list', () => {
  it.each([
    ['=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'],
    ['+cmd|calc', "'+cmd|calc"],
    ['-SUM(A1)', "'-SUM(A1)"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
  ])('that a spreadsheet would run is shown: %s', (text, shown) => {
    expect(harmlessText(text)).toBe(shown);
  });

  it.each(['+33 6 00 00 00 01', '-12', '(0)6 00', '06 00 00 00 01', 'Saint-Étienne', '1-3', ''])(
    'that is only read stays as it is: %s',
    (text) => {
      expect(harmlessText(text)).toBe(text);
    },
  );

  it('keeps semicolons, quotes and line ends between quotes', () => {
    expect(csvLine(['a;b', 'dit « oui »', 'un "mot"', 'deux\nlignes', ''])).toBe(
      '"a;b";dit « oui »;"un ""mot""";"deux\nlignes";\r\n',
    );
  });
});
