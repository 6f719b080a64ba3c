import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { listKindSchema, type ImportResult, type ListKind } from '#shared/contract/reference-import.ts';
import { GuichetError } from '#shared/errors.ts';
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

export const reference: CliCommand = {
  name: 'reference',
  summary: 'Les listes officielles du poste : ce qui est chargé, import d’un fichier.',
  usage: 'reference list | import FICHIER [--kind specialties|examPapers|countries]',
  help: [
    '  Le fichier est reconnu à ses colonnes : diplômes professionnels (CSV), pays (CSV code;libellé), épreuves (JSON).',
    '  Chaque ligne est comptée ; ce qui n’est pas compris est dit avec son numéro, et n’arrête pas le reste.',
  ],
  options: { kind: { type: 'string' } },
  run: (line) =>
    withStation(line, (station) => {
      const action = requiredPositional(line, 0, 'l’action : list ou import');
      if (action === 'list') return list(line, station);
      if (action === 'import') return importFile(line, station);
      throw new UsageError(`« ${action} » n’est pas une action.`);
    }),
};

async function list({ json, io }: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const lists = await call('reference.lists', {});
  io.print(
    json
      ? JSON.stringify(lists)
      : lists
          .map(
            ({ kind, entryCount, lastImport }) =>
              `${kind.padEnd(12)} ${String(entryCount).padStart(5)}  ${lastImport?.fileName ?? 'livrée avec le programme'}`,
          )
          .join('\n'),
  );
  return EXIT.done;
}

async function importFile(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const path = line.io.resolve(requiredPositional(line, 1, 'le fichier'));
  const kind = kindOption(line);
  const result = await call('reference.import', {
    fileName: basename(path),
    content: readBytes(path),
    ...(kind ? { kind } : {}),
  });
  line.io.print(line.json ? JSON.stringify(result) : describe(result));
  for (const { line: number, message } of line.json ? [] : result.notUnderstood)
    line.io.say(`ligne ${number} : ${message}`);
  return result.notUnderstood.length === 0 ? EXIT.done : EXIT.someRefused;
}

function kindOption(line: CommandLine): ListKind | undefined {
  const kind = textOption(line, 'kind');
  if (kind === undefined) return undefined;
  const parsed = listKindSchema.safeParse(kind);
  if (!parsed.success) throw new UsageError(`« ${kind} » n’est pas une liste.`);
  return parsed.data;
}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw new GuichetError('file-unreadable', { detail: { cause: path }, cause });
  }
}

function describe(result: ImportResult): string {
  const { rows, added, changed, unchanged, otherDiplomas, merged, notUnderstood, remarks } = result;
  const others = otherDiplomas.map(({ diploma, count }) => `${diploma} ${count}`).join(', ');
  const figure = (count: number, words: string) => `${String(count).padStart(6)}  ${words}`;
  return [
    figure(rows, 'lignes lues'),
    figure(added.length, 'ajoutées'),
    figure(changed.length, 'changées'),
    figure(unchanged, 'inchangées'),
    figure(
      otherDiplomas.reduce((sum, { count }) => sum + count, 0),
      `d’autres diplômes${others === '' ? '' : ` (${others})`}`,
    ),
    figure(merged.length, 'réunies à une autre'),
    figure(notUnderstood.length, 'non comprises'),
    ...[...merged, ...remarks].map(({ line, message }) => `ligne ${line} : ${message}`),
  ].join('\n');
}
