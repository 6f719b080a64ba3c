import { chartReadingSchema, type ChartReading, type PenReading } from '#shared/contract/calibration.ts';
import type { Ink } from '#shared/contract/page-reading.ts';
import { READING_SENTENCES } from '#shared/sentences/reading-sentences.ts';
import {
  EXIT,
  requiredPositional,
  textOption,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { scansAt } from '../files-at.ts';
import { withStation } from '../open-core.ts';
import { waitForJob } from '../wait-for-job.ts';
import { refuseExisting, writeWhole } from '../write-whole.ts';

const INK_NAMES: Record<Ink, string> = {
  red: 'rouge',
  blue: 'bleu',
  black: 'noir',
  other: 'autre',
  stamp: 'tampon',
  highlighter: 'surligneur',
  stain: 'tache',
};

export const calibrate: CliCommand = {
  name: 'calibrate',
  summary: 'Règle la lecture des encres sur les stylos et le scanner du bureau.',
  usage: 'calibrate --chart FICHIER.pdf [--force] | FICHIER|DOSSIER… [--keep] | --forget',
  help: [
    '  --chart   écrit la mire à imprimer ; tracez dans ses cases avec vos stylos, numérisez, donnez le fichier',
    '  --keep    garde le réglage proposé : les confirmations sont lues avec lui',
    '  --forget  revient au réglage du programme',
  ],
  options: {
    chart: { type: 'string' },
    keep: { type: 'boolean' },
    forget: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  run: (line) =>
    withStation(line, async (station) => {
      const chart = textOption(line, 'chart');
      if (chart !== undefined) return writeChart(line, station, line.io.resolve(chart));
      if (line.options['forget'] === true) {
        await station.call('calibration.forget', {});
        line.io.say('Le réglage du programme est de nouveau en vigueur.');
        return EXIT.done;
      }
      return readChart(line, station);
    }),
};

async function writeChart(line: CommandLine, { call }: UnlockedCore, path: string): Promise<ExitCode> {
  refuseExisting(path, line);
  const { pdf } = await call('calibration.chart', {});
  await writeWhole(path, [pdf]);
  line.io.say(`Mire écrite : ${path}`);
  return EXIT.done;
}

async function readChart(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  requiredPositional(line, 0, 'la mire numérisée, ou --chart');
  const files = scansAt(line.positionals.map((path) => line.io.resolve(path)));
  const command = line.options['keep'] === true ? 'calibration.keep' : 'calibration.read';
  const { jobId } = await station.call(command, { files });
  const reading = chartReadingSchema.parse(await waitForJob(station, jobId));
  line.io.print(line.json ? JSON.stringify(reading) : described(reading));
  for (const { file, reasons } of reading.refused)
    line.io.say(`${file} : ${reasons.map((code) => READING_SENTENCES[code]).join(' ')}`);
  if (reading.kept) line.io.say('Réglage gardé : les confirmations seront lues avec lui.');
  return reading.bounds ? EXIT.done : EXIT.someRefused;
}

function described({ pens }: ChartReading): string {
  if (pens.length === 0) return 'Aucun trait n’a été lu.';
  return ['Stylo               Teinte  Chroma  Lu comme    Sûreté', ...pens.map(penLine)].join('\n');
}

function penLine({ label, hue, chroma, ink, confidence, expected, inkThen }: PenReading): string {
  const verdict =
    ink === expected
      ? inkThen === expected
        ? 'juste'
        : `juste, mais ${INK_NAMES[inkThen]} après réglage`
      : inkThen === expected
        ? 'faux, juste après réglage'
        : `faux : attendu ${INK_NAMES[expected]}`;
  return [
    label.padEnd(19),
    `${hue}°`.padStart(6),
    String(chroma).padStart(7),
    ` ${INK_NAMES[ink].padEnd(11)}`,
    confidence.toFixed(2).padStart(6),
    ` ${verdict}`,
  ].join(' ');
}
