import { expect, it } from 'vitest';
import { passwordFaults } from './portal-password.ts';

it.each([
  ['Guichet!', []],
  ['Éà-éàéàé', []],
  ['Guichet-de-20-signes', []],
  ['Guichet-de-21-signes!', ['au plus 20 caractères']],
  ['Court-1', ['au moins 8 caractères']],
  ['guichet-1', ['une majuscule']],
  ['GUICHET-1', ['une minuscule']],
  ['Guichet 2027', ['un caractère spécial (par exemple ! ? - @)']],
])('of the password %s it asks %j more', (password, missing) => {
  expect(passwordFaults(password)).toEqual(missing);
});
