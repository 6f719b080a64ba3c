import type { Checklist } from '#shared/contract/pieces.ts';
import { PIECE_STATES, type PieceState } from '#shared/contract/registrations.ts';
import { frenchDate, STATUS_LABELS } from '#shared/fields/stringify.ts';
import { PIECE_STATE_LABELS } from '#shared/sentences/file-sentences.ts';
import {
  EXIT,
  requiredPositional,
  textOption,
  UsageError,
  type CliCommand,
  type CommandLine,
} from '../command.ts';
import { withStation } from '../open-core.ts';

export const pieces: CliCommand = {
  name: 'pieces',
  summary: 'Les pièces d’un dossier et leur état ; avec --set, note l’une d’elles.',
  usage: 'pieces NUMÉRO [--set PIÈCE=ÉTAT [--reason MOTIF]]',
  help: [
    `  ÉTAT : ${PIECE_STATES.map((state) => `${state} (${PIECE_STATE_LABELS[state].toLowerCase()})`).join(', ')}.`,
    '  Un refus et une dispense ont un motif ; une dispense est réservée aux gestionnaires et au chef de bureau.',
  ],
  options: { set: { type: 'string' }, reason: { type: 'string' } },
  run: (line) =>
    withStation(line, async ({ call }) => {
      const number = requiredPositional(line, 0, 'le numéro d’inscription');
      const change = changeOf(line);
      const checklist = change
        ? await call('pieces.set', { number, ...change, reason: textOption(line, 'reason') })
        : await call('pieces.list', { number });
      line.io.print(line.json ? JSON.stringify(checklist) : describe(checklist));
      return EXIT.done;
    }),
};

function changeOf(line: CommandLine): { pieceId: string; state: PieceState } | undefined {
  const words = textOption(line, 'set');
  if (words === undefined) return undefined;
  const [pieceId = '', wanted] = words.split('=');
  const state = PIECE_STATES.find((one) => one === wanted);
  if (!state) throw new UsageError(`--set attend PIÈCE=ÉTAT, avec l’un de : ${PIECE_STATES.join(', ')}.`);
  return { pieceId, state };
}

function describe({ pieces: list, status, locked }: Checklist): string {
  const width = Math.max(...list.map((piece) => piece.id.length));
  return [
    `${STATUS_LABELS[status]}${locked ? ', pièces verrouillées' : ''}`,
    ...list.map(({ id, label, state, stateReason, dueOn }) => {
      const due = dueOn === undefined ? '' : `, avant le ${frenchDate(dueOn)}`;
      const why = stateReason === null ? '' : ` (${stateReason})`;
      return `  ${id.padEnd(width)}  ${PIECE_STATE_LABELS[state].padEnd(12)}  ${label}${due}${why}`;
    }),
  ].join('\n');
}
