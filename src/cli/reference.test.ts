import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';

it('guichet reference imports a list, counts every line, and says what it did not understand', async () => {
  const { guichet } = await aSetUpCommandStation();
  const file = join(aFolder(), 'pays.csv');
  writeFileSync(file, 'code;libellé\nXA;Pays d’essai\nFR;France\n99;Inconnu\n');
  const imported = await guichet(['reference', 'import', file]);
  const again = await guichet(['reference', 'import', file, '--json']);
  const wrongKind = await guichet(['reference', 'import', file, '--kind', 'communes']);
  const lists = await guichet(['reference', 'list']);
  expect({
    imported: [imported.exit, imported.stdout, imported.stderr],
    again: [again.exit, JSON.parse(again.stdout)],
    wrongKind: wrongKind.exit,
    lists: lists.stdout.split('\n')[2],
  }).toEqual({
    imported: [
      3,
      [
        '     3  lignes lues',
        '     1  ajoutées',
        '     0  changées',
        '     1  inchangées',
        '     0  d’autres diplômes',
        '     0  réunies à une autre',
        '     1  non comprises\n',
      ].join('\n'),
      'ligne 4 : « 99 ; Inconnu » n’est pas un code de deux lettres et un nom\n',
    ],
    again: [3, expect.objectContaining({ added: [], unchanged: 2 })],
    wrongKind: 2,
    lists: 'countries      251  pays.csv',
  });
});
