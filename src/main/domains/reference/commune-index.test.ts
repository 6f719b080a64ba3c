import { describe, expect, test } from 'vitest';
import { openReference } from './index.ts';

const reference = openReference();
const namesOf = (query: string, limit = 3) => reference.searchCommunes(query, limit).map(({ name }) => name);

describe('finding a commune by its code', () => {
  test('gives name, département and postcodes', () => {
    expect(reference.findCommune('06088')).toEqual({
      code: '06088',
      name: 'Nice',
      department: '06',
      postcodes: ['06000', '06100', '06200', '06300'],
    });
  });

  test('knows Corsica and overseas', () => {
    expect(['2A004', '97411', '98818'].map((code) => reference.findCommune(code)?.department)).toEqual([
      '2A',
      '974',
      '988',
    ]);
  });

  test('knows the arrondissements of Paris, Lyon and Marseille, all 45', () => {
    const found = ['Paris ', 'Lyon ', 'Marseille '].map((city) => {
      const communes = reference.searchCommunes(city, 100);
      return communes.filter(({ partOf }) => partOf === communes[0]?.code).length;
    });
    expect(found).toEqual([20, 9, 16]);
  });

  test('gives the commune in force where a former one had the same code', () => {
    expect(reference.findCommune('01015')?.name).toBe('Arboys en Bugey');
  });

  test('answers nothing for a code that is none', () => {
    expect(reference.findCommune('99100')).toBeUndefined();
  });
});

describe('searching communes', () => {
  test('the exact name comes first, then the most peopled', () => {
    expect(namesOf('nice')).toEqual(['Nice', 'Nicey-sur-Aire', 'Nicey']);
  });

  test('accents, hyphens, capitals and the short "St" do not matter', () => {
    expect([namesOf('SAINT ETIENNE', 1), namesOf('st-étienne', 1), namesOf('ste foy les lyon', 1)]).toEqual([
      ['Saint-Étienne'],
      ['Saint-Étienne'],
      ['Sainte-Foy-lès-Lyon'],
    ]);
  });

  test('a name that begins with a ligature is found as it is typed', () => {
    expect([namesOf('oeuilly', 1), namesOf('Œuilly', 1)]).toEqual([['Œuilly'], ['Œuilly']]);
  });

  test('by the beginning of a postcode or of a code', () => {
    expect([namesOf('06300', 1), namesOf('2a004', 1)]).toEqual([['Nice'], ['Ajaccio']]);
  });

  test('a former commune is found by the name a birth certificate bears', () => {
    expect(reference.searchCommunes('Arbignieu', 1)).toEqual([
      { code: '01015', name: 'Arbignieu', department: '01', postcodes: [], partOf: '01015' },
    ]);
  });

  test('nothing is found for an empty query, and never more than the limit', () => {
    expect([namesOf(' - '), namesOf('saint', 20).length]).toEqual([[], 20]);
  });
});
