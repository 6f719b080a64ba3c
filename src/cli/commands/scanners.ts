import { testPageSchema, type ScannerDescription } from '#shared/contract/scanners.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { SOURCE_LABELS, testPageSentences } from '#shared/sentences/scanner-words.ts';
import {
  EXIT,
  requiredPositional,
  textOption,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { withStation } from '../open-core.ts';
import { choiceOf, PAPER_HELP, PAPER_OPTIONS, settingsNaming } from '../scanner-words.ts';
import { waitForJob } from '../wait-for-job.ts';

type Act = (line: CommandLine, station: UnlockedCore) => Promise<ExitCode>;

export const scanners: CliCommand = {
  name: 'scanners',
  summary: 'Les scanners de ce poste : liste, choix, page d’essai.',
  usage:
    'scanners [list] | choose ID [--source S] [--dpi N] [--grey] | declare [--address URL…] [--folder DOSSIER|none] | test [ID]',
  help: [
    '  list     ce qui répond : SANE ou NAPS2, scanners du réseau déclarés, dossier surveillé',
    '  choose   le scanner du poste',
    PAPER_HELP,
    '  declare  les scanners eSCL du réseau (http://192.168.1.20/eSCL) et le dossier surveillé ; gestionnaires et chef de bureau',
    '  test     numérise une page et dit ce qu’elle vaut ; rien n’est gardé',
  ],
  options: { address: { type: 'string', multiple: true }, folder: { type: 'string' }, ...PAPER_OPTIONS },
  run: (line) => {
    const name = line.positionals[0] ?? 'list';
    const act = ACTS.get(name);
    if (!act) throw new UsageError(`« ${name} » n’est ni list, ni choose, ni declare, ni test.`);
    const scanner = name === 'test' ? line.positionals[1] : undefined;
    return withStation(line, (station) => act(line, station), settingsNaming(scanner));
  },
};

const list: Act = async (line, { call }) => {
  const found = await call('scanners.list', {});
  if (line.json) line.io.print(JSON.stringify(found));
  else {
    for (const scanner of found.scanners)
      line.io.print(describe(scanner, found.settings.chosen?.scanner === scanner.id));
    if (found.scanners.length === 0) line.io.say('Aucun scanner ne répond.');
  }
  for (const trouble of found.troubles) line.io.say(errorSentence(trouble));
  return EXIT.done;
};

function describe({ id, name, sources, trouble }: ScannerDescription, isChosen: boolean): string {
  const what = trouble ? errorSentence(trouble) : sources.map(({ kind }) => SOURCE_LABELS[kind]).join(' ; ');
  return `${isChosen ? '*' : ' '} ${id}\n    ${name} : ${what}`;
}

const choose: Act = async (line, { call }) => {
  const settings = await call(
    'scanners.choose',
    choiceOf(line, requiredPositional(line, 1, 'l’identifiant du scanner')),
  );
  line.io.print(line.json ? JSON.stringify(settings) : `Scanner choisi : ${settings.chosen?.scanner ?? ''}`);
  return EXIT.done;
};

const declare: Act = async (line, { call }) => {
  const { address } = line.options;
  const folder = textOption(line, 'folder');
  if (!Array.isArray(address) && folder === undefined)
    throw new UsageError('Il manque --address ou --folder.');
  const settings = await call('scanners.declare', {
    addresses: Array.isArray(address) ? address.filter((one) => one !== 'none') : undefined,
    folder: folder === undefined ? undefined : folder === 'none' ? null : line.io.resolve(folder),
  });
  line.io.print(
    line.json
      ? JSON.stringify(settings)
      : `Scanners du réseau : ${settings.addresses.join(', ') || 'aucun'}\nDossier surveillé : ${settings.folder ?? 'aucun'}`,
  );
  return EXIT.done;
};

const test: Act = async (line, station) => {
  const scanner = line.positionals[1];
  const { jobId } = await station.call(
    'scanners.test',
    scanner === undefined ? {} : { choice: choiceOf(line, scanner) },
  );
  const page = testPageSchema.parse(await waitForJob(station, jobId));
  line.io.print(line.json ? JSON.stringify(page) : testPageSentences(page).join('\n'));
  return EXIT.done;
};

const ACTS = new Map<string, Act>([
  ['list', list],
  ['choose', choose],
  ['declare', declare],
  ['test', test],
]);
