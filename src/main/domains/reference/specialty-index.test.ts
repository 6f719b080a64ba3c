import { describe, expect, test } from 'vitest';
import { openReference } from './index.ts';
import type { SpecialtyQuery } from './specialty-index.ts';

const reference = openReference();
const codesOf = (query: SpecialtyQuery) => reference.specialtiesOf(query).map(({ code }) => code);

describe('searching specialties', () => {
  test('by the beginnings of words, without accents, in any order', () => {
    expect(codesOf({ exam: 'cap', query: 'enfance ACCOMPAGNANT educ' })).toEqual(['50033205T']);
  });

  test('by the beginning of the code in any spelling', () => {
    expect(codesOf({ exam: 'bp', query: '450-336' })).toEqual(['45033608T', '45033609T']);
  });

  test('a word inside another is no match', () => {
    expect(codesOf({ exam: 'cap', query: 'fance' })).toEqual([]);
  });

  test('an empty query gives every specialty of the exam, by label', () => {
    const labels = reference.specialtiesOf({ exam: 'bp', query: '' }).map(({ label }) => label);
    expect({
      count: labels.length,
      first: labels.slice(0, 2),
      sorted: labels.toSorted(new Intl.Collator('fr').compare),
    }).toEqual({
      count: 35,
      first: ['Agent technique de prévention et de sécurité', 'Ameublement tapisserie décoration'],
      sorted: labels,
    });
  });
});

describe('the session', () => {
  const assp = (session: number) => codesOf({ exam: 'bacPro', session, query: 'accompagnement soins' });

  test('shows the specialties examined in it', () => {
    expect([assp(2024), assp(2025)]).toEqual([['40033003T', '40033004T'], ['40033007T']]);
  });

  test('shows the one that has its extra session', () => {
    const sommelier = (session: number) => codesOf({ exam: 'bp', session, query: 'sommelier' });
    expect([sommelier(2024), sommelier(2025), sommelier(2026)]).toEqual([
      ['45033405T'],
      ['45033405T', '45033408T'],
      ['45033408T'],
    ]);
  });

  test('a mention complémentaire is found under its new name and under its old one', () => {
    const hair = (exam: 'mc' | 'cs', session: number) => codesOf({ exam, session, query: 'coiffure' });
    expect([hair('mc', 2024), hair('cs', 2025)]).toEqual([['56133605T'], ['56133605T']]);
  });

  test('an old mention complémentaire ends with session 2024', () => {
    const pastry = (session: number) => codesOf({ exam: 'cs', session, query: 'pâtisserie' });
    expect([pastry(2024), pastry(2025)]).toEqual([
      ['01022108S', '01022110S'],
      ['56122112S', '56122113S'],
    ]);
  });
});
