import type { FilePiece, PieceState } from '#shared/contract/registrations.ts';
import { GuichetError } from '#shared/errors.ts';
import { mayExempt } from '#shared/rights.ts';
import { SIGNED_CONFIRMATION } from '#shared/rules/pieces.ts';
import type { StationContext } from '#main/context.ts';
import { filePieces, notePiece } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import {
  campaignOf,
  getLiveRegistration,
  recordEvent,
  saveAttachment,
} from '#main/domains/registrations/index.ts';
import { refreshStatus } from './file-status.ts';

export interface PieceDecision {
  number: string;
  pieceId: string;
  state: PieceState;
  reason?: string | undefined;
  /** The state it was seen in, where that matters. */
  expected?: PieceState | undefined;
}

/**
 * Notes one piece as a person found it. Throws `file-locked`, `unknown-piece` for one the answers do not ask,
 * `piece-follows-return` for the signed confirmation, `piece-changed` for one that is not as expected, `forbidden` for an exemption
 * by who may not give one. Returns the piece as it was.
 */
export function setPiece(context: StationContext, reference: Reference, decision: PieceDecision): FilePiece {
  const { number, pieceId, state, reason = null, expected } = decision;
  const registration = getLiveRegistration(context, number);
  if (registration.locked) throw new GuichetError('file-locked');
  if (pieceId === SIGNED_CONFIRMATION) throw new GuichetError('piece-follows-return');
  requireReason(context, decision);
  const { database, clock, agent } = context;
  const campaign = campaignOf(context, reference, registration);
  const pieces = filePieces(database, registration, campaign, reference);
  const before = pieces.find((piece) => piece.id === pieceId);
  if (!before) throw new GuichetError('unknown-piece', { detail: { piece: pieceId } });
  if (expected !== undefined && before.state !== expected) throw new GuichetError('piece-changed');
  if (before.state === state && before.stateReason === reason) return before;
  database.transaction(() => {
    notePiece(database, registration.id, pieceId, { state, reason, agent: agent.name, atMs: clock.nowMs() });
    recordEvent(context, registration.id, 'pieceSet', {
      piece: before.label,
      state,
      ...(reason === null ? {} : { reason }),
    });
    saveAttachment(context, registration, {
      changes: [
        {
          path: `file.pieces.${pieceId}`,
          before: { state: before.state, reason: before.stateReason },
          after: { state, reason },
        },
      ],
    });
    refreshStatus(context, reference, registration.id);
  });
  return before;
}

/** What a candidate is refused or spared is told why; a piece is spared by a supervisor only. */
function requireReason({ agent }: StationContext, { state, reason }: PieceDecision): void {
  if (state === 'exempted' && !mayExempt(agent.role)) throw new GuichetError('forbidden');
  if ((state === 'exempted' || state === 'rejected') && reason === undefined)
    throw new GuichetError('invalid-input', { fields: [{ path: 'reason', code: 'required' }] });
}
