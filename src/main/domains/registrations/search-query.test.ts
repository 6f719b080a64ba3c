import { expect, it } from 'vitest';
import { parseSearch } from './search-query.ts';

it('a search understands what a clerk types in its one field', () => {
  expect(
    [
      '',
      'Exemple, Camille',
      '12/04/1990',
      'témoin 2.3.1992',
      '27 3 0421 000137 66',
      '(0332a1)',
      '06 00 00 00 01',
      '12041990',
      'Camille@Example.org',
    ].map(parseSearch),
  ).toEqual([
    { by: 'nothing' },
    { by: 'name', words: ['exemple', 'camille'] },
    { by: 'birthDate', birthDate: '1990-04-12', words: [] },
    { by: 'birthDate', birthDate: '1992-03-02', words: ['temoin'] },
    { by: 'number', number: '27304210001376' + '6', birthDate: undefined },
    { by: 'number', number: '0332A1', birthDate: undefined },
    { by: 'number', number: '0600000001', birthDate: undefined },
    { by: 'number', number: '12041990', birthDate: '1990-04-12' },
    { by: 'email', email: 'camille@example.org' },
  ]);
});
