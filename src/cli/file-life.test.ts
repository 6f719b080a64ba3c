import { expect, it } from 'vitest';
import { anAnswer } from '../../tests/builders/answers.ts';
import { aSetUpCommandStation, type CommandStation } from '../../tests/builders/guichet-command.ts';

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const lines = (text: string) => text.trim().split('\n').map(json);

async function aNumber({ guichet }: CommandStation): Promise<string> {
  const [numbers] = lines((await guichet(['register', '-'], { input: JSON.stringify(anAnswer()) })).stdout);
  return String(numbers?.['registrationNumber']);
}

it('guichet withdraw ends a file with its reason, once', async () => {
  const station = await aSetUpCommandStation();
  const number = await aNumber(station);
  const words = ['withdraw', number, '--reason', 'Le candidat renonce'];
  const [first, again] = [await station.guichet([...words, '--json']), await station.guichet(words)];
  const shown = json((await station.guichet(['show', number, '--json'])).stdout);
  expect([first.exit, json(first.stdout)['registrationNumber'], again.exit, shown['status']]).toEqual([
    0,
    number,
    1,
    'withdrawn',
  ]);
});

it('guichet returns and pieces make a file complete, in sentences a clerk can read', async () => {
  const station = await aSetUpCommandStation();
  const number = await aNumber(station);
  const mail = ['--modality', 'post', '--postmarked', '2024-01-15', '--received', '2024-01-20'];
  const recorded = await station.guichet(['returns', 'record', number, ...mail, '--version', '1']);
  const piece = await station.guichet(['pieces', number, '--set', 'identityDocument=accepted']);
  const wrong = await station.guichet(['pieces', number, '--set', 'identityDocument=bon']);
  expect([recorded.exit, recorded.stdout, piece.exit, piece.stdout, wrong.exit]).toEqual([
    0,
    'TÉMOIN Dominique, version 01 : Dans les délais (cachet de la poste ; échéance le mercredi 7 janvier 2099).\nConfirmation signée rendue.\n',
    0,
    'Dossier complet\n  signedConfirmation  Conforme      Confirmation d’inscription datée et signée\n  identityDocument    Conforme      Pièce d’identité\n',
    2,
  ]);
});

it('guichet returns overdue says a JSON line per file, and cancel ends those a person names', async () => {
  const station = await aSetUpCommandStation();
  const number = await aNumber(station);
  const overdue = await station.guichet(['returns', 'overdue', '--at', '2099-01-08', '--json']);
  const cancelled = await station.guichet(['returns', 'cancel', number, '12', '--reason', 'Aucun retour']);
  expect([
    lines(overdue.stdout).map(({ proposal, registrationNumber, cause }) => [
      proposal,
      registrationNumber,
      cause,
    ]),
    cancelled.exit,
    cancelled.stderr,
  ]).toEqual([
    [['cancel', number, 'noReturn']],
    3,
    '12 : Aucune inscription ne porte le numéro 12 ; vérifiez-le, clé comprise.\n',
  ]);
});
