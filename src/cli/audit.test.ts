import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { anAnswer } from '../../tests/builders/answers.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';

it('guichet audit lists who did what, verifies it, and exports it with a signature beside', async () => {
  const { guichet } = await aSetUpCommandStation();
  await guichet(['register', '-'], { input: JSON.stringify(anAnswer()) });
  const file = join(aFolder(), 'journal.csv');
  const list = await guichet(['audit', 'list', '--operation', 'registrations.registerMany']);
  const verified = await guichet(['audit', 'verify']);
  const exported = await guichet(['audit', 'export', '--format', 'csv', file, '--json']);
  const badUse = await guichet(['audit', 'keep', '36']);
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  const { statement } = JSON.parse(readFileSync(`${file}.sig.json`, 'utf8')) as { statement: string };
  expect([
    list.stdout.includes('Inscriptions en nombre'),
    [verified.exit, verified.stdout.startsWith('Le journal est entier')],
    exported.exit,
    statement.includes(sha256),
    badUse.exit,
  ]).toEqual([true, [0, true], 0, true, 1]);
});
