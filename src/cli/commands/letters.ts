import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  LETTER_KINDS,
  letterBatchResultSchema,
  type Letter,
  type LetterKind,
} from '#shared/contract/letters.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { LETTER_LABELS, letterRefusalSentence } from '#shared/sentences/letter-sentences.ts';
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
import { waitForJob } from '../wait-for-job.ts';
import { writeWhole } from '../write-whole.ts';

export const letters: CliCommand = {
  name: 'letters',
  summary: 'Les lettres d’un dossier : récépissé, relance, annulation, écartement, désinscription, note.',
  usage: 'letters list NUMÉRO | issue SORTE NUMÉRO… --out DOSSIER [--reason MOTIF]',
  help: [
    `  SORTE : ${LETTER_KINDS.map((kind) => `${kind} (${LETTER_LABELS[kind].toLowerCase()})`).join(', ')}.`,
    '  Plusieurs numéros donnent un seul PDF, une feuille par lettre ; chaque lettre est archivée dans son dossier.',
    '  --reason  relance là où la notice n’en envoie pas (gestionnaire ou chef de bureau)',
  ],
  options: { out: { type: 'string' }, reason: { type: 'string' } },
  run: (line) =>
    withStation(line, (station) => {
      const action = requiredPositional(line, 0, 'l’action : list ou issue');
      if (action === 'list') return list(line, station);
      if (action === 'issue') return issue(line, station);
      throw new UsageError(`« ${action} » n’est pas une action.`);
    }),
};

async function list(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const found = await call('letters.list', {
    number: requiredPositional(line, 1, 'le numéro d’inscription'),
  });
  if (line.json) line.io.print(JSON.stringify(found));
  else
    line.io.print(
      [
        ...found.letters.map(describe),
        ...found.choices.map(
          ({ kind, refusal }) =>
            `  ${kind} : ${refusal === null ? 'possible' : letterRefusalSentence(refusal)}`,
        ),
      ].join('\n'),
    );
  return EXIT.done;
}

async function issue(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const kind = kindOf(requiredPositional(line, 1, 'la sorte de lettre'));
  const first = requiredPositional(line, 2, 'le numéro d’inscription');
  const folder = line.io.resolve(requiredOption(line, 'out'));
  mkdirSync(folder, { recursive: true });
  const numbers = line.positionals.slice(2);
  const order = { kind, forcedReason: textOption(line, 'reason') };
  if (numbers.length > 1) return issueMany(line, station, { ...order, numbers }, folder);
  const { pdf, ...letter } = await station.call('letters.issue', { ...order, number: first });
  const file = join(folder, letter.fileName);
  await writeWhole(file, [pdf]);
  line.io.print(line.json ? JSON.stringify({ ...letter, file }) : file);
  return EXIT.done;
}

async function issueMany(
  { json, io }: CommandLine,
  { core, call }: UnlockedCore,
  order: { kind: LetterKind; numbers: string[]; forcedReason: string | undefined },
  folder: string,
): Promise<ExitCode> {
  const { jobId } = await call('letters.issueMany', order);
  const { batchId, issued, refused } = letterBatchResultSchema.parse(await waitForJob({ core, call }, jobId));
  let file: string | null = null;
  if (batchId !== null) {
    const { pdf, fileName } = await call('letters.openBatch', { id: batchId });
    file = join(folder, fileName);
    await writeWhole(file, [pdf]);
  }
  if (json) io.print(JSON.stringify({ file, issued, refused }));
  else if (file !== null) io.print(file);
  if (!json) for (const one of refused) io.say(`${one.number} : ${errorSentence(one)}`);
  return refused.length === 0 ? EXIT.done : EXIT.someRefused;
}

function kindOf(word: string): LetterKind {
  const kind = LETTER_KINDS.find((one) => one === word);
  if (!kind) throw new UsageError(`« ${word} » n’est pas une sorte de lettre : ${LETTER_KINDS.join(', ')}.`);
  return kind;
}

function describe({ rank, kind, issuedAtMs, issuedBy, fileName }: Letter): string {
  const at = new Date(issuedAtMs).toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
  return `${rank}  ${LETTER_LABELS[kind]}, ${at}, ${issuedBy} (${fileName})`;
}
