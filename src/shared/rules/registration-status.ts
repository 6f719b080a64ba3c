import type { FilePiece, RegistrationStatus } from '../contract/registrations.ts';
import { SIGNED_CONFIRMATION } from './pieces.ts';

/** Désinscrite (S4-24), annulée (S0-23), écartée (S1-08): final, all three; a new registration is the only way back (S4-27). */
const ENDS: readonly RegistrationStatus[] = ['withdrawn', 'cancelled', 'excluded'];

export function hasEnded(status: RegistrationStatus): status is 'withdrawn' | 'cancelled' | 'excluded' {
  return ENDS.includes(status);
}

/**
 * Where a live file stands. "Complete" means checked: the signed confirmation of the last version is there, and a person accepted
 * or exempted every piece (S0-12). `today` is the local date of the académie.
 */
export function liveStatus(pieces: readonly FilePiece[], today: string): RegistrationStatus {
  const confirmation = pieces.find((piece) => piece.id === SIGNED_CONFIRMATION);
  if (confirmation && !isSettled(confirmation)) return 'awaitingReturn';
  return pieces.every((piece) => isSettled(piece) || isUnderReserve(piece, today)) ? 'complete' : 'returned';
}

export function isSettled({ state }: Pick<FilePiece, 'state'>): boolean {
  return state === 'accepted' || state === 'exempted';
}

/** "Sous réserve" (S1-08): a piece with a later date of its own holds nothing back until that date has passed. */
export function isUnderReserve(piece: FilePiece, today: string): boolean {
  return piece.dueOn !== undefined && !isSettled(piece) && today <= piece.dueOn;
}
