import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { anAnswer } from '../../tests/builders/answers.ts';
import { aCentral, usePostgres } from '../../tests/builders/central.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';

const postgres = usePostgres();

it('guichet batch and guichet central batch carry a registration there and its receipt back', async () => {
  const central = await aCentral(postgres, { dataFolder: join(aFolder(), 'central') });
  const { guichet } = await aSetUpCommandStation();
  await guichet(['enrol', '--server', central.url, '--code', await central.code()]);
  await guichet(['register', '-'], { input: JSON.stringify(anAnswer()) });
  const key = aFolder();
  const exported = await guichet(['batch', 'export', '--to', key, '--json']);
  const none = await guichet(['batch', 'export', '--to', key]);
  const [name = ''] = readdirSync(key);
  const file = join(key, name);
  const known = JSON.parse((await guichet(['batch', 'inspect', file, '--json'])).stdout) as Inspected;
  const beside = ['--data', join(central.dataFolder, '..'), '--database', central.databaseUrl];
  const looked = await guichet(['central', 'batch', 'inspect', file, ...beside]);
  const bad = join(aFolder(), 'vide.lot');
  writeFileSync(bad, '');
  const imported = await guichet(['central', 'batch', 'import', bad, file, '--receipt-to', key, ...beside]);
  const again = await guichet(['central', 'batch', 'import', file, ...beside]);
  const receipt = readdirSync(key).find((one) => one.endsWith('.recu')) ?? '';
  const settled = await guichet(['batch', 'receipt', join(key, receipt)]);
  const listed = await guichet(['batch', 'list']);
  const shown = listed.stdout.slice(0, 8);
  const rewritten = await guichet(['batch', 'export', '--to', aFolder(), '--batch', shown]);
  expect({
    rewritten: rewritten.exit,
    exits: [exported, none, looked, imported, again, settled, listed].map(({ exit }) => exit),
    known: { ops: known.volume?.ops, count: known.volume?.count },
    refused: imported.stdout.includes(`${bad} : refusé en entier. Le fichier est vide.`),
    first: /\d{15} : reçue/.test(imported.stdout),
    second: /\d{15} : déjà reçue/.test(again.stdout),
    files: readdirSync(key)
      .map((one) => one.replace(/^.*\./, ''))
      .sort(),
    settled: listed.stdout.includes('Soldé : chaque envoi a sa réponse.'),
  }).toEqual({
    rewritten: 0,
    exits: [0, 1, 0, 3, 0, 0, 0],
    known: { ops: 1, count: 1 },
    refused: true,
    first: true,
    second: true,
    files: ['html', 'lot', 'recu'],
    settled: true,
  });
});

interface Inspected {
  volume: { ops: number; count: number } | null;
}
