import { MODALITIES } from '#shared/contract/campaign.ts';
import type { CommandOutput } from '#shared/contract/index.ts';
import type { OverdueFile } from '#shared/contract/mail.ts';
import { STATUS_LABELS } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { groundSentence, OVERDUE_LABELS, VERDICT_LABELS } from '#shared/sentences/file-sentences.ts';
import { counted } from '#shared/sentences/counted.ts';
import {
  EXIT,
  requiredOption,
  requiredPositional,
  textOption,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { withStation } from '../open-core.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

type Act = (line: CommandLine, station: UnlockedCore) => Promise<ExitCode>;

export const returns: CliCommand = {
  name: 'returns',
  summary: 'Le courrier : confirmations rendues sans numérisation, échéances passées, annulations décidées.',
  usage:
    'returns stacks | record NUMÉRO --modality post|upload|counter --received DATE [--postmarked DATE] [--version N] [--unsigned] [--undated] | overdue [--at DATE] | cancel NUMÉRO… --reason MOTIF | exclude NUMÉRO… --reason MOTIF',
  help: [
    '  stacks   les piles lues : ce qui attend une personne sur l’écran Retours, ce qui manque ; avec --json, une ligne JSON par pile',
    '  record   note une confirmation rendue, jugée par la règle de sa campagne ; DATE : 2026-12-07 ou 2026-12-07T16:40 (locale)',
    '  overdue  ce qui pourrait être annulé ou écarté, et les R.408 bientôt échues ; avec --json, une ligne JSON par dossier',
    '  cancel   annule les dossiers nommés ; exclude les écarte (R.408). Définitif, réservé aux gestionnaires et au chef de bureau.',
  ],
  options: {
    modality: { type: 'string' },
    received: { type: 'string' },
    postmarked: { type: 'string' },
    version: { type: 'string' },
    unsigned: { type: 'boolean' },
    undated: { type: 'boolean' },
    at: { type: 'string' },
    reason: { type: 'string' },
  },
  run: (line) => {
    const name = requiredPositional(line, 0, 'stacks, record, overdue, cancel ou exclude');
    const act = ACTS.get(name);
    if (!act)
      throw new UsageError(`« ${name} » n’est ni stacks, ni record, ni overdue, ni cancel, ni exclude.`);
    return withStation(line, (station) => act(line, station));
  },
};

const record: Act = async (line, { call }) => {
  const wanted = requiredOption(line, 'modality');
  const modality = MODALITIES.find((one) => one === wanted);
  if (!modality) throw new UsageError(`--modality attend l’un de : ${MODALITIES.join(', ')}.`);
  const version = textOption(line, 'version');
  const kept = await call('returns.record', {
    number: requiredPositional(line, 1, 'le numéro d’inscription'),
    modality,
    receivedOn: requiredOption(line, 'received'),
    postmarkedOn: textOption(line, 'postmarked'),
    version: version === undefined ? undefined : Number(version),
    signed: line.options['unsigned'] !== true,
    dated: line.options['undated'] !== true,
  });
  const warnings = [
    kept.superseded ? 'une version plus récente reste à signer' : '',
    kept.unforeseenModality ? 'la campagne ne prévoit pas ce mode de retour' : '',
  ].filter(Boolean);
  line.io.print(
    line.json
      ? JSON.stringify(kept)
      : [
          `${kept.name}, version ${formatVersion(kept.version)} : ${VERDICT_LABELS[kept.verdict]} (${groundSentence(kept)}).`,
          `${STATUS_LABELS[kept.status]}.`,
        ].join('\n'),
  );
  if (!line.json && warnings.length > 0) line.io.say(`Attention : ${warnings.join(' ; ')}.`);
  return EXIT.done;
};

const overdue: Act = async (line, { call }) => {
  const found = await call('returns.overdue', { at: textOption(line, 'at') });
  const lists: [proposal: string, title: string, files: readonly OverdueFile[]][] = [
    ['cancel', 'À annuler', found.toCancel.files],
    ['exclude', 'À écarter', found.toExclude.files],
    ['soonDue', 'R.408 bientôt échue', found.soonDue],
  ];
  for (const [proposal, title, files] of lists) {
    if (!line.json) line.io.print(`${title} : ${files.length}`);
    for (const file of files)
      line.io.print(line.json ? JSON.stringify({ proposal, ...file }) : `  ${describe(file)}`);
  }
  if (found.toCancel.hasMore || found.toExclude.hasMore)
    line.io.say('Les listes s’arrêtent à 1 000 dossiers ; traitez ceux-ci, puis recommencez.');
  return EXIT.done;
};

function describe({ registrationNumber, birthName, givenNames, cause, missing }: OverdueFile): string {
  const pieces = missing.length > 0 ? ` : ${missing.join(', ')}` : '';
  return `${groupRegistrationNumber(registrationNumber)}  ${birthName} ${givenNames}  ${OVERDUE_LABELS[cause]}${pieces}`;
}

const endAs =
  (command: 'registrations.cancel' | 'registrations.exclude'): Act =>
  async (line, { call }) => {
    requiredPositional(line, 1, 'au moins un numéro d’inscription');
    const outcome = await call(command, {
      numbers: line.positionals.slice(1),
      reason: requiredOption(line, 'reason'),
    });
    return printOutcome(line, outcome);
  };

function printOutcome(line: CommandLine, outcome: CommandOutput<'registrations.cancel'>): ExitCode {
  if (line.json) line.io.print(JSON.stringify(outcome));
  else for (const number of outcome.ended) line.io.print(`${groupRegistrationNumber(number)} clos.`);
  for (const refusal of outcome.refused) line.io.say(`${refusal.number} : ${errorSentence(refusal)}`);
  return outcome.refused.length > 0 ? EXIT.someRefused : EXIT.done;
}

const stacks: Act = async (line, { call }) => {
  for (const { id } of await call('returns.stacks', {})) {
    const summary = await call('returns.summary', { stackId: id });
    line.io.print(line.json ? JSON.stringify(summary) : describeStack(summary));
  }
  return EXIT.done;
};

function describeStack(summary: CommandOutput<'returns.summary'>): string {
  const { readAtMs, pages, waiting, asked, accepted, refused, incompleteSheets } = summary;
  const counts = `${counted(pages, 'page')}, ${waiting} à traiter, ${asked} à un second regard, acceptées : ${accepted}, refusées : ${refused}`;
  const missing = incompleteSheets.length > 0 ? ` ; feuilles incomplètes : ${incompleteSheets.length}` : '';
  return `${MOMENT.format(readAtMs)}  ${counts}${missing}`;
}

const ACTS = new Map<string, Act>([
  ['stacks', stacks],
  ['record', record],
  ['overdue', overdue],
  ['cancel', endAs('registrations.cancel')],
  ['exclude', endAs('registrations.exclude')],
]);
