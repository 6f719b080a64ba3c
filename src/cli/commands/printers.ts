import type { PrinterDescription, Print } from '#shared/contract/printing.ts';
import { GuichetError } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { PRINT_STATE_LABELS, printerLabel, printTrouble } from '#shared/sentences/print-words.ts';
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

type Act = (line: CommandLine, station: UnlockedCore) => Promise<ExitCode>;

const LOOK_EVERY_MS = 300;
/** A command line does not wait for somebody to bring paper. */
const MOST_LOOKS = 200;
const UNFINISHED: readonly Print['state'][] = ['sending', 'waiting', 'printing'];

export const printers: CliCommand = {
  name: 'printers',
  summary: 'Les imprimantes de ce poste : liste, choix, page d’essai, impressions en cours.',
  usage: 'printers [list] | choose NOM|default [--black] | test [NOM] | jobs',
  help: [
    '  list     les files d’impression et ce qui les arrête ; * : celle du poste',
    '  choose   l’imprimante du poste, ou « default » : celle de l’ordinateur ; --black : elle n’imprime pas en couleur',
    '  test     imprime une page d’essai recto-verso et attend qu’elle soit sortie',
    '  jobs     ce qui a été envoyé ces sept derniers jours, et comment cela a fini',
  ],
  options: { black: { type: 'boolean' } },
  run: (line) => {
    const name = line.positionals[0] ?? 'list';
    const act = ACTS.get(name);
    if (!act) throw new UsageError(`« ${name} » n’est ni list, ni choose, ni test, ni jobs.`);
    return withStation(line, (station) => act(line, station));
  },
};

const list: Act = async (line, { call }) => {
  const found = await call('printers.list', {});
  if (line.json) line.io.print(JSON.stringify(found));
  else for (const printer of found.printers) line.io.print(describe(printer, found.settings.chosen));
  if (found.trouble) line.io.say(errorSentence(found.trouble));
  return EXIT.done;
};

function describe(printer: PrinterDescription, chosen: string | null): string {
  const isOurs = chosen === null ? printer.isDefault : printer.name === chosen;
  return `${isOurs ? '*' : ' '} ${printerLabel(printer)}`;
}

const choose: Act = async (line, { call }) => {
  const name = requiredPositional(line, 1, 'le nom de l’imprimante, ou « default »');
  const printer = name === 'default' ? null : name;
  await call('printers.choose', { printer, printsInColour: line.options['black'] !== true });
  line.io.print(
    line.json
      ? JSON.stringify({ printer })
      : `Imprimante choisie : ${printer ?? 'celle par défaut de l’ordinateur'}.`,
  );
  return EXIT.done;
};

const test: Act = async (line, station) => {
  const printer = line.positionals[1];
  const { printId } = await station.call('printers.test', printer === undefined ? {} : { printer });
  const print = await ended(station, printId);
  line.io.print(line.json ? JSON.stringify(print) : sentenceOf(print));
  return print.state === 'printed' ? EXIT.done : EXIT.failure;
};

async function ended({ call }: UnlockedCore, id: string): Promise<Print> {
  for (let look = 0; ; look += 1) {
    const print = (await call('prints.list', {})).find((one) => one.id === id);
    if (!print) throw new GuichetError('unknown-print');
    if (look >= MOST_LOOKS || !UNFINISHED.includes(print.state)) return print;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const jobs: Act = async (line, { call }) => {
  const found = await call('prints.list', {});
  if (line.json) line.io.print(JSON.stringify(found));
  else for (const print of found) line.io.print(sentenceOf(print));
  return EXIT.done;
};

function sentenceOf(print: Print): string {
  const { title, printer, state } = print;
  const trouble = printTrouble(print);
  const where = printer === null ? '' : ` (${printer})`;
  return `${title}${where} : ${PRINT_STATE_LABELS[state].toLowerCase()}${trouble === undefined ? '' : `. ${trouble}`}`;
}

const ACTS = new Map<string, Act>([
  ['list', list],
  ['choose', choose],
  ['test', test],
  ['jobs', jobs],
]);
