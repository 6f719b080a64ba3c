import type { LetterKind, LetterRefusal } from '../contract/letters.ts';

export const LETTER_LABELS: Record<LetterKind, string> = {
  depositReceipt: 'Récépissé de dépôt',
  reminder: 'Relance',
  cancellation: 'Annulation',
  exclusion: 'Candidature écartée',
  withdrawalProof: 'Attestation de désinscription',
  specificNoticeSlip: 'Remise de la note spécifique',
};

/** Why this letter cannot be written now, and what would change it. */
export const LETTER_REFUSAL_SENTENCES: Record<LetterRefusal, string> = {
  nothingDeposited:
    'Rien n’a encore été déposé pour ce dossier : enregistrez d’abord le retour ou les pièces.',
  noAcknowledgement: 'La notice de cette campagne n’accuse pas réception des envois.',
  noReceiptAtCounter: 'Cette campagne ne donne pas de récépissé au guichet.',
  remindersOff:
    'La notice de cette campagne n’envoie pas de relance ; un gestionnaire peut passer outre, avec un motif.',
  nothingMissing: 'Aucune pièce ne manque à ce dossier.',
  fileEnded: 'Cette candidature est close : il n’y a plus rien à réclamer.',
  notCancelled: 'Cette candidature n’est pas annulée.',
  notExcluded: 'Cette candidature n’est pas écartée.',
  notWithdrawn: 'Ce candidat ne s’est pas désinscrit.',
  noSpecificNotice: 'La campagne n’a pas de note spécifique pour cette spécialité.',
};

export function letterRefusalSentence(refusal: string | undefined): string {
  return refusal !== undefined && Object.hasOwn(LETTER_REFUSAL_SENTENCES, refusal)
    ? LETTER_REFUSAL_SENTENCES[refusal as LetterRefusal]
    : 'Cette lettre ne peut pas être établie pour ce dossier.';
}
