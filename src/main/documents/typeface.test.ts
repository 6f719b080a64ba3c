import { describe, expect, test } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import { createMeasure, sheetTypeface } from './typeface.ts';

const typeface = sheetTypeface();
const fontsOf = (text: string) => typeface.runs(text, 'regular').map((run) => run.font);

describe('setting a text', () => {
  test('the letters and signs of French are all drawn by one font', () => {
    expect(fontsOf('àâäçéèêëîïôöùûüÿœæ ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ € ’ « » – — · ° ñ')).toEqual(['regular']);
  });

  test('letters that it lacks come from the fallback, the others do not', () => {
    expect(fontsOf('Nguyễn Thị')).toEqual(['regular', 'regularFallback', 'regular', 'regularFallback']);
  });

  test.each([
    ['a narrow no-break space', '12\u202f345', '12\u00a0345'],
    ['a no-break hyphen', 'Jean\u2011Exemple', 'Jean-Exemple'],
    ['a modifier apostrophe', 'O\u02bcExemple', 'O’Exemple'],
  ])('%s is drawn as its plain sister', (_sign, text, plain) => {
    expect(typeface.runs(text, 'bold')).toEqual(typeface.runs(plain, 'bold'));
  });

  test('a sign that no font has is refused by its number', () => {
    expect(() => typeface.runs('例', 'regular')).toThrow(
      new GuichetError('invalid-input', { detail: { unprintable: 'U+4F8B' } }),
    );
  });

  test('width follows the size and the weight', () => {
    const measure = createMeasure(typeface);
    const width = measure('Camille EXEMPLE', 'regular', 10);
    expect(measure('Camille EXEMPLE', 'regular', 20)).toBeCloseTo(2 * width, 9);
    expect(measure('Camille EXEMPLE', 'bold', 10)).toBeGreaterThan(width);
  });
});
