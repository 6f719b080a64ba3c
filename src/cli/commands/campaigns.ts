import { readFileSync } from 'node:fs';
import type { CampaignSummary, LocatedFault } from '#shared/contract/campaigns.ts';
import type { CommandOutput } from '#shared/contract/index.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { GuichetError } from '#shared/errors.ts';
import { assertNever } from '#shared/assert-never.ts';
import {
  EXIT,
  requiredPositional,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { withStation } from '../open-core.ts';

type Change = CommandOutput<'campaigns.compare'>['changes'][number];
type Import = CommandOutput<'campaigns.history'>[number];

export const campaigns: CliCommand = {
  name: 'campaigns',
  summary: 'Les fenêtres et les règles de l’académie : liste, contrôle, différences, import, historique.',
  usage: 'campaigns list | check FICHIER | diff FICHIER | import FICHIER | history IDENTIFIANT',
  help: [
    '  Un fichier qui comporte une faute n’est pas importé ; chaque faute est donnée avec sa ligne et sa raison.',
    '  diff dit ce que l’import changerait à la campagne en vigueur ; history dit qui a importé quoi.',
  ],
  options: {},
  run: (line) =>
    withStation(line, (station) => {
      const action = requiredPositional(line, 0, 'l’action : list, check, diff, import ou history');
      switch (action) {
        case 'list':
          return list(line, station);
        case 'check':
        case 'import':
          return checkOrImport(line, station, action);
        case 'diff':
          return diff(line, station);
        case 'history':
          return history(line, station);
        default:
          throw new UsageError(`« ${action} » n’est pas une action.`);
      }
    }),
};

async function list({ json, io }: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const found = await station.call('campaigns.list', {});
  io.print(json ? JSON.stringify(found) : found.map(describe).join('\n'));
  return EXIT.done;
}

async function checkOrImport(
  line: CommandLine,
  station: UnlockedCore,
  action: 'check' | 'import',
): Promise<ExitCode> {
  const content = fileContent(line);
  const { id, faults, remarks } = await station.call('campaigns.check', { content });
  if (action === 'import' && faults.length === 0) await station.call('campaigns.import', { content });
  if (line.json) line.io.print(JSON.stringify({ id, ok: faults.length === 0, faults, remarks }));
  else if (faults.length === 0)
    line.io.print(`${id ?? ''} : ${action === 'import' ? 'importée' : 'sans faute'}.`);
  if (!line.json) {
    for (const fault of faults) line.io.say(located(fault));
    for (const remark of remarks) line.io.say(`Remarque. ${located(remark)}`);
  }
  return faults.length === 0 ? EXIT.done : EXIT.someRefused;
}

async function diff(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const compared = await station.call('campaigns.compare', { content: fileContent(line) });
  if (line.json) line.io.print(JSON.stringify(compared));
  else if (compared.isNew) line.io.print(`${compared.id} : nouvelle campagne.`);
  else if (compared.changes.length === 0) line.io.print(`${compared.id} : aucune différence.`);
  else line.io.print(compared.changes.map(describeChange).join('\n'));
  return EXIT.done;
}

async function history(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const id = requiredPositional(line, 1, 'l’identifiant de la campagne');
  const imports = await station.call('campaigns.history', { id });
  if (line.json) line.io.print(JSON.stringify(imports));
  else if (imports.length === 0) line.io.print(`${id} : jamais importée.`);
  else line.io.print(imports.map(describeImport).join('\n'));
  return EXIT.done;
}

function fileContent(line: CommandLine): string {
  return readText(line.io.resolve(requiredPositional(line, 1, 'le fichier')));
}

function located({ line, column, path, message }: LocatedFault): string {
  return `Ligne ${line}, colonne ${column}${path === '' ? '' : ` (${path})`} : ${message}`;
}

function describeChange({ label, before, after }: Change): string {
  return `${label}\n  avant : ${before ?? '—'}\n  après : ${after ?? '—'}`;
}

function describeImport({ importedAtMs, importedBy, changes }: Import): string {
  const at = new Date(importedAtMs).toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
  const told = changes?.map(describeChange) ?? ['première importation'];
  return [`${at}, ${importedBy}`, ...told.map((change) => `  ${change.replaceAll('\n', '\n  ')}`)].join('\n');
}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new GuichetError('file-unreadable', { detail: { cause: path }, cause });
  }
}

function describe(campaign: CampaignSummary): string {
  const exams = campaign.exams.map(
    ({ exam, window }) => `    ${EXAM_SHORT_LABELS[exam].padEnd(8)} ${describeWindow(window)}`,
  );
  return [`${campaign.id}  ${campaign.title}`, ...exams].join('\n');
}

function describeWindow(window: CampaignSummary['exams'][number]['window']): string {
  switch (window.state) {
    case 'open':
      return window.closesAt
        ? `ouvert jusqu’au ${frenchLocal(window.closesAt)}`
        : 'ouvert, clôture non fixée';
    case 'notOpen':
      return `ouvre le ${frenchLocal(window.opensAt)}`;
    case 'closed':
      return `clos depuis le ${frenchLocal(window.closedAt)}`;
    case 'undated':
      return 'dates non fixées';
    default:
      return assertNever(window);
  }
}
