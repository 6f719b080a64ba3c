import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../tests/builders/answers.ts';
import { aCampaign } from '../../tests/builders/campaign.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';

const isPdf = (path: string) => readFileSync(path).subarray(0, 5).toString() === '%PDF-';

/** A station with a campaign of its own and somebody registered under it; what is asked of the command line, and its words. */
async function anOffice() {
  const { guichet } = await aSetUpCommandStation();
  const folder = aFolder();
  const campaignFile = (name: string, changes: Parameters<typeof aCampaign>[0] = {}) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(aCampaign({ sendsReminders: true, ...changes }), null, 2));
    return path;
  };
  await guichet(['campaigns', 'import', campaignFile('campagne.json')]);
  const input = JSON.stringify(anAnswer({ 'candidature.campaignId': 'essai-2027' }));
  const { stdout } = await guichet(['register', '-'], { input });
  const { registrationNumber: number } = JSON.parse(stdout) as { registrationNumber: string };
  return { guichet, folder, campaignFile, number };
}

describe('guichet campaigns', () => {
  it('tells each fault with its line and its reason, for broken JSON too', async () => {
    const { guichet, folder, campaignFile } = await anOffice();
    const faulty = campaignFile('fautive.json', { timeZone: 'Europe/Nice' });
    const line =
      readFileSync(faulty, 'utf8')
        .split('\n')
        .findIndex((one) => one.includes('Europe/Nice')) + 1;
    const broken = join(folder, 'cassée.json');
    writeFileSync(broken, '{\n  "id": nice\n}');

    const outcomes = [
      await guichet(['campaigns', 'import', faulty]),
      await guichet(['campaigns', 'check', broken]),
    ];

    expect(outcomes.map(({ exit, stderr }) => [exit, stderr.trim()])).toEqual([
      [
        3,
        `Ligne ${line}, colonne 3 (timeZone) : Le fuseau « Europe/Nice » est inconnu ; écrivez par exemple Europe/Paris ou Indian/Reunion.`,
      ],
      [3, 'Ligne 2, colonne 9 : Le fichier n’est pas du JSON : un mot n’est pas entre guillemets.'],
    ]);
  });

  it('says what a file would change, then who imported it', async () => {
    const { guichet, campaignFile } = await anOffice();
    const changed = campaignFile('changée.json', { acknowledgesReturns: false });
    const diff = await guichet(['campaigns', 'diff', changed]);
    await guichet(['campaigns', 'import', changed]);
    const history = await guichet(['campaigns', 'history', 'essai-2027']);
    const change = 'Accusé de réception des retours\n  avant : oui\n  après : non';
    expect([
      [diff.exit, diff.stdout.trim()],
      [
        history.exit,
        history.stdout.includes(change.replaceAll('\n', '\n  ')),
        history.stdout.includes('première importation'),
      ],
    ]).toEqual([
      [0, change],
      [0, true, true],
    ]);
  });
});

describe('guichet letters', () => {
  it('issues a letter into a folder, and lists what may be written', async () => {
    const { guichet, folder, number } = await anOffice();
    const issued = await guichet(['letters', 'issue', 'reminder', number, '--out', folder]);
    const wrong = await guichet(['letters', 'issue', 'facture', number, '--out', folder]);
    const { stdout } = await guichet(['letters', 'list', number]);
    expect([
      issued.exit,
      isPdf(issued.stdout.trim()),
      stdout.includes('Relance'),
      stdout.includes('cancellation : Cette candidature n’est pas annulée.'),
      [wrong.exit, wrong.stderr.includes('n’est pas une sorte de lettre')],
    ]).toEqual([0, true, true, true, [2, true]]);
  });

  it('issues many as one file, and says which file may not have one', async () => {
    const { guichet, folder, number } = await anOffice();
    const { exit, stdout, stderr } = await guichet([
      'letters',
      'issue',
      'reminder',
      number,
      '270000000000000',
      '--out',
      folder,
    ]);
    expect([exit, isPdf(stdout.trim()), stderr.includes('Aucune inscription ne porte le numéro')]).toEqual([
      3,
      true,
      true,
    ]);
  });
});

describe('guichet portfolios', () => {
  it('makes a slip of what is ready, and writes it again', async () => {
    const { guichet, folder, number } = await anOffice();
    const early = await guichet([
      'portfolios',
      'make',
      'essai-2027',
      'UNASSIGNED',
      '--out',
      join(folder, 'trop-tôt.pdf'),
    ]);
    await guichet(['returns', 'record', number, '--modality', 'counter', '--received', '2026-11-19']);
    const made = await guichet([
      'portfolios',
      'make',
      'essai-2027',
      'UNASSIGNED',
      '--out',
      join(folder, 'a.pdf'),
      '--json',
    ]);
    const { id, slipNumber } = JSON.parse(made.stdout) as { id: string; slipNumber: string };
    const again = await guichet(['portfolios', 'slip', id, '--out', join(folder, 'b.pdf')]);
    const list = await guichet(['portfolios', 'list']);
    const slips = await guichet(['portfolios', 'slips']);

    expect([
      [
        early.exit,
        existsSync(join(folder, 'trop-tôt.pdf')),
        early.stderr.includes('Aucun dossier n’est prêt'),
      ],
      readFileSync(join(folder, 'a.pdf')).equals(readFileSync(join(folder, 'b.pdf'))),
      again.exit,
      list.stdout.includes('À répartir : 0 prêt, 0 en attente, 1 transmis'),
      slips.stdout.includes(slipNumber),
    ]).toEqual([[1, false, true], true, 0, true, true]);
  });
});
