import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDemo } from '../demo/describe-demo.ts';
import { EXIT, textOption, UsageError, type CliCommand, type CommandLine } from '../command.ts';

const DEFAULT_COUNT = 6;
const DEFAULT_SEED = 'guichet';

export const demo: CliCommand = {
  name: 'demo',
  summary:
    'Tout le travail sur une base école neuve : inscrire, imprimer, signer, relire, envoyer, comparer.',
  usage: 'demo [--count N] [--out DOSSIER] [--seed TEXTE]',
  help: [
    `  --count  nombre de personnes, réparties sur les campagnes livrées (par défaut ${DEFAULT_COUNT})`,
    '  --out    dossier de ce qui est fait (par défaut un dossier temporaire)',
    '  --seed   la même graine refait les mêmes personnes, corrections et scans',
    '',
    '  Les retours sont simulés : plumes, papier et scanner. Sortie 1 si le poste et le central ne sont pas identiques.',
  ],
  options: { count: { type: 'string' }, out: { type: 'string' }, seed: { type: 'string' } },
  async run(line) {
    const count = Number(textOption(line, 'count') ?? DEFAULT_COUNT);
    if (!Number.isInteger(count) || count < 1 || count > 5000)
      throw new UsageError('--count est un nombre de 1 à 5000.');
    const { runDemo } = await import('../demo/run-demo.ts');
    const result = await runDemo({
      folder: outFolder(line),
      count,
      seed: textOption(line, 'seed') ?? DEFAULT_SEED,
      io: line.io,
    });
    line.io.print(line.json ? JSON.stringify(result) : describeDemo(result));
    return result.equal && result.sync.opsRefused === 0 ? EXIT.done : EXIT.failure;
  },
};

/** A fresh folder inside the one named, so that a demonstration never mixes with an earlier one. */
function outFolder(line: CommandLine): string {
  const out = textOption(line, 'out');
  const parent = out === undefined ? tmpdir() : line.io.resolve(out);
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'guichet-demo-'));
}
