import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
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

it('guichet audit check says, without a station, whether an exported log is the one that the station signed', async () => {
  const { guichet } = await aSetUpCommandStation();
  const folder = aFolder();
  const file = join(folder, 'journal.ndjson');
  const exported = await guichet(['audit', 'export', file]);
  const key = /[0-9a-f]{4}( [0-9a-f]{4}){9}/.exec(exported.stdout)?.[0] ?? '';
  const check = async (...more: string[]) =>
    guichet(['audit', 'check', file, '--json', ...more]).then(({ exit, stdout }) => [
      exit,
      (JSON.parse(stdout) as { verdict: string }).verdict,
    ]);
  const genuine = await check('--key', key);
  const other = await check('--key', key.replaceAll(/[0-9]/g, 'a').replaceAll('f', 'b'));
  appendFileSync(file, ' ');
  const changed = await check();
  const signature = `${file}.sig.json`;
  const signed = JSON.parse(readFileSync(signature, 'utf8')) as { statement: string };
  const statement = signed.statement.replace(/"count":\d+/, '"count":1');
  writeFileSync(signature, JSON.stringify({ ...signed, statement }));
  const forged = await check();
  writeFileSync(signature, '{}');
  expect([genuine, other, changed, forged, await check()]).toEqual([
    [0, 'genuine'],
    [1, 'otherKey'],
    [1, 'changed'],
    [1, 'forged'],
    [1, 'unreadable'],
  ]);
});
