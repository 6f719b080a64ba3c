import type { FilePiece, PieceState } from '#shared/contract/registrations.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import { PIECE_STATE_LABELS } from '#shared/sentences/file-sentences.ts';
import type { Tone } from '../../ui/Badge.tsx';

const TONES: Record<PieceState, Tone> = {
  awaited: 'warning',
  deposited: 'info',
  accepted: 'good',
  rejected: 'danger',
  exempted: 'neutral',
};

export function stateWords(state: PieceState): { label: string; tone: Tone } {
  return { label: PIECE_STATE_LABELS[state], tone: TONES[state] };
}

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

/** Why the piece is asked, until when, and what the last one who looked at it said. */
export function pieceNotes({ reason, dueOn, stateReason, agent, atMs }: FilePiece): string[] {
  const due = dueOn === undefined ? '' : frenchDate(dueOn);
  return [
    reason,
    reason.includes(due) ? '' : `échéance propre : ${due}`,
    stateReason === null ? '' : `motif : ${stateReason}`,
    agent === null || atMs === null ? '' : `${agent}, le ${MOMENT.format(atMs)}`,
  ].filter(Boolean);
}

/** The first piece that waits for a person, so that the first key acts on what there is to do. */
export function firstToControl(pieces: readonly FilePiece[]): FilePiece | undefined {
  const waiting = (states: readonly PieceState[]) =>
    pieces.find((piece) => piece.id !== 'signedConfirmation' && states.includes(piece.state));
  return waiting(['deposited']) ?? waiting(['awaited', 'rejected']) ?? pieces[1] ?? pieces[0];
}
