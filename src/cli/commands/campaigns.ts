import { readFileSync } from 'node:fs';
import type { CampaignSummary } from '#shared/contract/campaigns.ts';
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

export const campaigns: CliCommand = {
  name: 'campaigns',
  summary: 'Les fenêtres et les règles de l’académie : liste, contrôle, import.',
  usage: 'campaigns list | check FICHIER | import FICHIER',
  help: [
    '  Un fichier qui comporte une faute n’est pas importé ; chaque faute est donnée avec son emplacement.',
  ],
  options: {},
  run: (line) =>
    withStation(line, (station) => {
      const action = requiredPositional(line, 0, 'l’action : list, check ou import');
      if (action === 'list') return list(line, station);
      if (action !== 'check' && action !== 'import')
        throw new UsageError(`« ${action} » n’est pas une action.`);
      return checkOrImport(line, station, action);
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
  const path = line.io.resolve(requiredPositional(line, 1, 'le fichier'));
  const content = readText(path);
  const { id, faults } = await station.call('campaigns.check', { content });
  if (action === 'import' && faults.length === 0) await station.call('campaigns.import', { content });
  if (line.json) line.io.print(JSON.stringify({ id, ok: faults.length === 0, faults }));
  else if (faults.length === 0)
    line.io.print(`${id ?? ''} : ${action === 'import' ? 'importée' : 'sans faute'}.`);
  for (const fault of line.json ? [] : faults) line.io.say(`${fault.path || '(fichier)'} : ${fault.message}`);
  return faults.length === 0 ? EXIT.done : EXIT.someRefused;
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
