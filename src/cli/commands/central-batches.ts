import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchPlace, ImportedVolume, ImportOutcome } from '#central/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { verdictWord } from '#shared/sentences/batch-sentences.ts';
import { verdictSentence } from '#shared/sentences/verdict-sentences.ts';
import { fateOf } from '#shared/protocol/verdict.ts';
import { counted } from '#shared/sentences/counted.ts';
import {
  EXIT,
  requiredPositional,
  textOption,
  UsageError,
  type CommandLine,
  type ExitCode,
} from '../command.ts';
import { writeWhole } from '../write-whole.ts';

/** `guichet central batch import|inspect FILE…`: beside a centre, running or not. */
export async function centralBatch(line: CommandLine, place: BatchPlace): Promise<ExitCode> {
  const action = requiredPositional(line, 1, 'l’action : import ou inspect');
  const files = line.positionals.slice(2).map((file) => line.io.resolve(file));
  if (files.length === 0) throw new UsageError('Il manque le fichier du lot.');
  for (const file of files)
    if (!existsSync(file)) throw new GuichetError('file-unreadable', { detail: { cause: file } });
  if (action === 'import') return importFiles(line, place, files);
  if (action === 'inspect') return inspectFiles(line, place, files);
  throw new UsageError(`« ${action} » n’est pas une action.`);
}

async function importFiles(line: CommandLine, place: BatchPlace, files: string[]): Promise<ExitCode> {
  const { importBatches } = await import('#central/index.ts');
  const folder = textOption(line, 'receipt-to');
  const outcomes = await importBatches(place, files);
  const reports: object[] = [];
  for (const outcome of outcomes) {
    const written = 'imported' in outcome && folder !== undefined;
    const receipts = written ? await writeReceipt(line.io.resolve(folder), outcome.imported) : undefined;
    reports.push(reportOf(outcome, receipts));
    if (!line.json) line.io.print(describe(outcome).join('\n'));
  }
  if (line.json) line.io.print(JSON.stringify({ files: reports }));
  return exitOf(outcomes);
}

/** The file for the way back, and the page to print: `recu-3f2a9c1e-1sur1.recu`, `….html`. */
async function writeReceipt(folder: string, imported: ImportedVolume): Promise<string[]> {
  const { receiptPage } = await import('#central/index.ts');
  mkdirSync(folder, { recursive: true });
  const { number, count } = imported.volume;
  const stem = join(folder, `recu-${imported.batchId.slice(0, 8)}-${number}sur${count}`);
  await writeWhole(`${stem}.recu`, [imported.receipt]);
  await writeWhole(`${stem}.html`, [Buffer.from(receiptPage(imported))]);
  return [`${stem}.recu`, `${stem}.html`];
}

function reportOf(outcome: ImportOutcome, receipts: string[] | undefined): object {
  if ('refused' in outcome)
    return { path: outcome.path, ok: false, code: outcome.refused.code, message: outcome.refused.message };
  const { batchId, volume, station, times, ops, scans, received, refused, code } = outcome.imported;
  return {
    path: outcome.path,
    ok: true,
    batchId,
    volume,
    station,
    times,
    received,
    refused,
    ops,
    scans,
    code,
    receipts: receipts ?? [],
  };
}

function describe(outcome: ImportOutcome): string[] {
  if ('refused' in outcome) return [`${outcome.path} : refusé en entier. ${outcome.refused.message}`];
  const { batchId, volume, station, times, ops, scans } = outcome.imported;
  const again = times > 1 ? ` Ce volume est déjà venu : ${times} fois en tout.` : '';
  return [
    `${outcome.path} : lot ${batchId.slice(0, 8)} de ${station.name}, volume ${volume.number} sur ${volume.count}.${again}`,
    ...ops.map(({ registrationNumber, verdict, reason }) =>
      [
        `  ${registrationNumber} : ${verdictWord(verdict)}`,
        reason === null ? '' : ` (${verdictSentence(reason)})`,
      ].join(''),
    ),
    ...scans.map(({ sha256, state }) => `  numérisation ${sha256.slice(0, 12)} : ${SCAN_WORDS[state]}`),
  ];
}

const SCAN_WORDS = {
  stored: 'reçue',
  'already-there': 'déjà reçue',
  'kept-back': 'non prise, le poste est suspendu ou révoqué',
} as const;

function exitOf(outcomes: readonly ImportOutcome[]): ExitCode {
  const isRefused = (outcome: ImportOutcome) =>
    'refused' in outcome || outcome.imported.ops.some(({ verdict }) => fateOf(verdict) === 'refused');
  if (outcomes.every((outcome) => 'refused' in outcome)) return EXIT.failure;
  return outcomes.some(isRefused) ? EXIT.someRefused : EXIT.done;
}

async function inspectFiles(line: CommandLine, place: BatchPlace, files: string[]): Promise<ExitCode> {
  const { BatchRefused, inspectBatch } = await import('#central/index.ts');
  const reports: object[] = [];
  let refused = 0;
  for (const path of files) {
    try {
      const { manifest, manifestSha256, stationName } = await inspectBatch(place, path);
      const { ops, blobs, volume, batchId, createdAtMs } = manifest;
      reports.push({ path, ok: true, stationName, manifestSha256, manifest });
      if (line.json) continue;
      line.io.print(
        `${path} : lot ${batchId.slice(0, 8)} de ${stationName}, volume ${volume.number} sur ${volume.count}, scellé le ${new Date(createdAtMs).toISOString()} ; ${counted(ops?.count ?? 0, 'opération')}, ${counted(blobs.length, 'numérisation')}. Entier et signé.`,
      );
    } catch (error) {
      if (!(error instanceof BatchRefused)) throw error;
      refused += 1;
      reports.push({ path, ok: false, code: error.code, message: error.message });
      if (!line.json) line.io.print(`${path} : ${error.message}`);
    }
  }
  if (line.json) line.io.print(JSON.stringify({ files: reports }));
  return refused === 0 ? EXIT.done : refused === files.length ? EXIT.failure : EXIT.someRefused;
}
