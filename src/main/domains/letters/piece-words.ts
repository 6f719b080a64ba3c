import type { FilePiece } from '#shared/contract/registrations.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';

/** A piece to bring: why it is asked or was refused, and until when. */
export function toBring(piece: FilePiece, returnDeadline: string | undefined): { what: string; why: string } {
  const due = piece.dueOn ?? returnDeadline;
  const why = [
    piece.state === 'rejected' ? `Non acceptée : ${piece.stateReason ?? piece.reason}` : piece.reason,
    due === undefined ? '' : `au plus tard le ${frenchLocal(due)}`,
    piece.sealed === true ? 'sous pli fermé' : '',
  ];
  return { what: piece.label, why: why.filter((part) => part !== '').join(' · ') };
}

export function handedOver(piece: FilePiece): { what: string; why: string } {
  return {
    what: piece.label,
    why: piece.state === 'accepted' ? 'Contrôlée et acceptée' : 'Déposée, à contrôler',
  };
}
