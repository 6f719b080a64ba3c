import { stackResultSchema } from '#shared/contract/returns.ts';
import type { PageReading } from '#shared/contract/page-reading.ts';
import type { CommandInput } from '#shared/contract/index.ts';
import { counted } from '#shared/sentences/counted.ts';
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
import { scansAt } from '../files-at.ts';
import { withStation } from '../open-core.ts';
import { choiceOf, PAPER_HELP, PAPER_OPTIONS, settingsNaming } from '../scanner-words.ts';
import { waitForJob } from '../wait-for-job.ts';

export const scan: CliCommand = {
  name: 'scan',
  summary: 'Lit des confirmations rendues, en fichiers ou sur un scanner : une ligne JSON par page.',
  usage:
    'scan FICHIER|DOSSIER… [--attach] | scan --device ID|chosen [--source S] [--stack PILE] | scan --folder DOSSIER [--follow] [--stack PILE]',
  help: [
    '  JPEG, PNG, TIFF (plusieurs pages) ou PDF.',
    '  --attach  garde les originaux et les lectures, à accepter par une personne sur l’écran Retours',
    '  --device  numérise (« guichet scanners » nomme les appareils ; chosen : celui qui est choisi) ; les pages sont gardées',
    PAPER_HELP,
    '  --folder  prend ce qu’un scanner laisse dans un dossier, et le range sous « pris » ; --follow : jusqu’à Ctrl+C',
    '  --stack   ajoute à une pile déjà commencée : après un bourrage, ce qui restait',
  ],
  options: {
    attach: { type: 'boolean' },
    device: { type: 'string' },
    folder: { type: 'string' },
    follow: { type: 'boolean' },
    stack: { type: 'string' },
    ...PAPER_OPTIONS,
  },
  run: (line) => {
    const folder = textOption(line, 'folder');
    const scanner = folder === undefined ? textOption(line, 'device') : `folder:${line.io.resolve(folder)}`;
    if (scanner === undefined) return withStation(line, (station) => readFiles(line, station));
    if (line.positionals.length > 0) throw new UsageError('Des fichiers ou un scanner, pas les deux.');
    return withStation(line, (station) => readScanner(line, station, scanner), settingsNaming(scanner));
  },
};

async function readFiles(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  requiredPositional(line, 0, 'le fichier, le dossier, --device ou --folder');
  const files = scansAt(line.positionals.map((path) => line.io.resolve(path)));
  const { jobId } = await station.call('returns.read', { files, keep: line.options['attach'] === true });
  const result = await waitForJob(station, jobId, (job) =>
    line.io.say(`${counted(job.done, 'page')} : ${job.label}`),
  );
  printReadings(line, stackResultSchema.parse(result).readings);
  return EXIT.done;
}

async function readScanner(line: CommandLine, station: UnlockedCore, scanner: string): Promise<ExitCode> {
  const input: CommandInput<'returns.scan'> = {
    follow: line.options['follow'] === true,
    stackId: textOption(line, 'stack'),
    ...(scanner === 'chosen' ? {} : { choice: choiceOf(line, scanner) }),
  };
  const { jobId, stackId } = await station.call('returns.scan', input);
  const stop = () => void station.call('jobs.cancel', { id: jobId });
  process.once('SIGINT', stop);
  try {
    const result = await waitForJob(station, jobId, (job) => line.io.say(job.label));
    printReadings(line, stackResultSchema.parse(result).readings);
    return EXIT.done;
  } catch (error) {
    // What came before the fault is kept: it is told like the rest, and so is how to go on.
    const pages = await station.call('returns.list', { stackId });
    const opened = await Promise.all(pages.map(({ id }) => station.call('returns.open', { id })));
    printReadings(
      line,
      opened.map(({ page }) => page.reading),
    );
    if (pages.length > 0) line.io.say(`Pour reprendre dans la même pile : --stack ${stackId}`);
    throw error;
  } finally {
    process.off('SIGINT', stop);
  }
}

function printReadings(line: CommandLine, readings: readonly PageReading[]): void {
  for (const reading of readings) line.io.print(JSON.stringify(reading));
}
