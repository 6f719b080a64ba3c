import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { anAnswer } from '../../tests/builders/answers.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import {
  aCommandStation,
  aSetUpCommandStation,
  type CommandStation,
} from '../../tests/builders/guichet-command.ts';

async function register({ guichet }: CommandStation, givenNames: string): Promise<string> {
  const input = JSON.stringify(anAnswer({ 'identification.givenNames': givenNames }));
  return String(
    (JSON.parse((await guichet(['register', '-'], { input })).stdout) as { registrationNumber: string })
      .registrationNumber,
  );
}

it('a backup on a key gives the station back on another computer, and numbers go on above', async () => {
  const station = await aSetUpCommandStation();
  const number = await register(station, 'Alix');
  await station.guichet(['confirm', number, '--out', aFolder()]);
  const key = aFolder();
  const written = await station.guichet(['backup', '--out', key]);
  const [name = ''] = readdirSync(key);
  const file = join(key, name);

  const elsewhere = aCommandStation();
  const refused = await elsewhere.guichet(['restore', file, '--agent', 'agent.essai'], {
    passphrase: 'une autre phrase',
  });
  const left = existsSync(join(elsewhere.data, 'station.json'));
  const restored = await elsewhere.guichet(['restore', file, '--agent', 'agent.essai']);
  const shown = await elsewhere.guichet(['show', number, '--json']);
  const verified = await elsewhere.guichet(['verify', '--json']);
  const next = await register(elsewhere, 'Sacha');
  expect({
    written: written.exit,
    name: /^guichet-Guichet-1-\d{8}-\d{6}\.tar$/.test(name),
    refused: [refused.exit, refused.stderr, left],
    restored: restored.exit,
    shown: shown.exit,
    verified: JSON.parse(verified.stdout) as unknown,
    next: Number(next.slice(7, 13)),
  }).toMatchObject({
    written: 0,
    name: true,
    refused: [1, 'L’identifiant ou la phrase de passe ne convient pas.\n', false],
    restored: 0,
    shown: 0,
    verified: { faults: [], filesRead: 1, badFiles: [], counts: { registrations: 1 } },
    next: 20_000,
  });
});
