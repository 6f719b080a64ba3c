import type { CliCommand } from './command.ts';

export function generalHelp(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Guichet : inscription au guichet des candidats individuels aux examens professionnels.',
    '',
    'Usage : guichet <commande> [options]        (dans un dépôt : npm run -s guichet -- <commande> …)',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Options communes',
    '  --data DOSSIER   dossier de données (par défaut : celui du système pour ce programme)',
    '  --agent LOGIN    agent qui ouvre le poste (inutile quand il n’y en a qu’un)',
    '  --json           un seul document JSON sur la sortie standard',
    '  --help           l’aide, aussi pour une commande : guichet register --help',
    '',
    'La phrase de passe vient de GUICHET_PASSPHRASE ou d’une question, jamais d’un argument.',
    'GUICHET_CLOCK (instant ISO) règle l’horloge, dans une base école seulement.',
    'Codes de sortie : 0 fait ; 1 échec ; 2 mauvais emploi ; 3 certains éléments refusés, chacun avec sa raison.',
  ].join('\n');
}

export function commandHelp(command: CliCommand): string {
  return [
    `Usage : guichet ${command.usage}`,
    '',
    command.summary,
    ...(command.help.length > 0 ? ['', ...command.help] : []),
  ].join('\n');
}
