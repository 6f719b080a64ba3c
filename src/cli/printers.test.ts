import { expect, test } from 'vitest';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';
import { usePrivateSpooler } from '../../tests/builders/use-private-spooler.ts';

const spooler = usePrivateSpooler('accueil', 'bourrage');

test('the printers of a station are listed, chosen and tried; one that prints nothing says why', async () => {
  spooler().disable('bourrage');
  const station = await aSetUpCommandStation();
  const guichet = (words: string[]) => station.guichet(words, { env: { CUPS_SERVER: spooler().address } });
  expect((await guichet(['printers'])).stdout).toBe(
    '* accueil – par défaut\n  bourrage – imprimante suspendue\n',
  );
  expect((await guichet(['printers', 'test'])).stdout).toBe('Page d’essai (accueil) : imprimée\n');
  expect((await guichet(['printers', 'choose', 'bourrage', '--black'])).exit).toBe(0);
  const stopped = await guichet(['printers', 'test']);

  expect({ exit: stopped.exit, words: stopped.stdout }).toEqual({
    exit: 1,
    words:
      'Page d’essai (bourrage) : bloquée. Imprimante suspendue. Demandez à l’informatique de la remettre en service, ou imprimez ailleurs.\n',
  });
  expect((await guichet(['printers', 'jobs'])).stdout.split('\n').slice(0, 2)).toEqual([
    expect.stringContaining('bloquée'),
    'Page d’essai (accueil) : imprimée',
  ]);
});
