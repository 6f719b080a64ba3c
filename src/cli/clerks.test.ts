import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';

it('clerks are added, listed and shut out, passphrases changed and recovered, on the command line', async () => {
  const { guichet } = await aSetUpCommandStation();
  const head = ['--agent', 'agent.essai'];
  const added = await guichet([
    'clerk',
    'add',
    'dominique.temoin',
    '--name',
    'Dominique Témoin',
    '--role',
    'counterAgent',
  ]);
  const unsure = await guichet(['clerk', 'list']);
  const listed = await guichet(['clerk', 'list', ...head]);
  const changed = await guichet(['clerk', 'passphrase', '--agent', 'dominique.temoin'], {
    passphrase: added.stdout.trim().split(' : ')[1] ?? '',
    env: { GUICHET_NEW_PASSPHRASE: 'quatre mots bien à moi' },
  });
  const disabled = await guichet(['clerk', 'disable', 'dominique.temoin', ...head]);
  const page = join(aFolder(), 'secours.pdf');
  const key = await guichet(['station', 'recovery-key', '--out', page, ...head]);
  const rekeyed = await guichet(['station', 'rekey', ...head]);
  const recovered = await guichet(['station', 'recover', ...head], {
    env: { GUICHET_RECOVERY_KEY: key.stdout.trim(), GUICHET_NEW_PASSPHRASE: 'une phrase toute neuve' },
  });
  const old = await guichet(['campaigns', 'list', ...head]);
  expect({
    exits: [added, unsure, listed, changed, disabled, key, rekeyed, recovered, old].map(({ exit }) => exit),
    unsure: unsure.stderr.split('\n')[0],
    listed: listed.stdout,
    disabled: disabled.stdout,
    hasPage: existsSync(page),
    rekeyed: rekeyed.stdout,
    old: old.stderr,
  }).toEqual({
    exits: [0, 2, 0, 0, 0, 0, 0, 0, 1],
    unsure: 'Plusieurs agents ouvrent ce poste : précisez --agent.',
    listed:
      'agent.essai  agent.essai  Chef de bureau  actif\ndominique.temoin  Dominique Témoin  Agent de guichet  phrase provisoire\n',
    disabled: 'dominique.temoin : Agent de guichet, désactivé.\n',
    hasPage: true,
    rekeyed: 'La base a une nouvelle clé.\n',
    old: 'L’identifiant ou la phrase de passe ne convient pas.\n',
  });
});
