import { useState } from 'react';
import type { Checklist } from '#shared/contract/pieces.ts';
import type { FilePiece, PieceState } from '#shared/contract/registrations.ts';
import type { GuichetError } from '#shared/errors.ts';
import { PIECE_STATE_LABELS } from '#shared/sentences/file-sentences.ts';
import { useCommand } from '../../host/useCommand.ts';
import { useSayUndoable } from '../../host/useSayUndoable.ts';
import { firstToControl } from './piece-words.ts';

/** A state that is told why before it is noted. */
export type ReasonedState = Extract<PieceState, 'rejected' | 'exempted'>;

export interface PieceActs {
  current: FilePiece | undefined;
  moveTo(id: string): void;
  set(state: PieceState, reason?: string): void;
  /** Open while the reason is being typed. */
  asking: ReasonedState | undefined;
  ask(state: ReasonedState | undefined): void;
  isPending: boolean;
  error: GuichetError | null;
}

/** The marked piece of a file, and what may be noted of it. */
export function usePieceActs({ registrationNumber: number, pieces }: Checklist): PieceActs {
  const [movedTo, moveTo] = useState(() => firstToControl(pieces)?.id);
  const [asking, ask] = useState<ReasonedState>();
  const command = useCommand('pieces.set');
  const say = useSayUndoable();
  const current = pieces.find((piece) => piece.id === movedTo) ?? pieces[0];
  const set = (state: PieceState, reason?: string) => {
    if (!current) return;
    const { id: pieceId, label } = current;
    const isNoted = command.mutateAsync({ number, pieceId, state, reason }).then(({ former }) => {
      ask(undefined);
      say(`${label} : ${PIECE_STATE_LABELS[state].toLowerCase()}.`, 'pieces.set', {
        ...{ number, pieceId, state: former.state, reason: former.stateReason ?? undefined },
        expected: state,
      });
    });
    // Told by `error`.
    isNoted.catch(() => undefined);
  };
  return { current, moveTo, set, asking, ask, isPending: command.isPending, error: command.error };
}
