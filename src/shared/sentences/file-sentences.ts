import type { Modality } from '../contract/campaign.ts';
import type { OVERDUE_CAUSES, ReturnJudgement } from '../contract/mail.ts';
import type { PieceState } from '../contract/registrations.ts';
import { frenchLocal } from './french-dates.ts';

export const PIECE_STATE_LABELS: Record<PieceState, string> = {
  awaited: 'Attendue',
  deposited: 'Déposée',
  accepted: 'Conforme',
  rejected: 'Non conforme',
  exempted: 'Dispensée',
};

export const MODALITY_LABELS: Record<Modality, string> = {
  post: 'Par la poste',
  upload: 'Téléversée',
  counter: 'Au guichet',
};

export const VERDICT_LABELS: Record<ReturnJudgement['verdict'], string> = {
  onTime: 'Dans les délais',
  late: 'Hors délai',
  notYetOpen: 'Avant l’ouverture des retours',
  unknown: 'À apprécier',
};

/** What the verdict rests on, so that a clerk can explain it to the person in front of her. */
const GROUNDS: Record<ReturnJudgement['ground'], string> = {
  postmark: 'cachet de la poste',
  received: 'date de réception',
  hourNotSavedByPostmark: 'le cachet ne vaut pas pour une échéance à l’heure',
  beforeOpening: 'reçue avant le début des retours',
  noDeadline: 'aucune échéance fixée',
  postmarkMissing: 'reçue après l’échéance, cachet absent ou illisible',
  hourMissing: 'l’heure de réception manque',
};

/** "cachet de la poste ; échéance le mardi 7 décembre 2021": said beside the verdict. */
export function groundSentence({ ground, deadline }: Pick<ReturnJudgement, 'ground' | 'deadline'>): string {
  return `${GROUNDS[ground]}${deadline === null ? '' : ` ; échéance le ${frenchLocal(deadline)}`}`;
}

export const OVERDUE_LABELS: Record<(typeof OVERDUE_CAUSES)[number], string> = {
  noReturn: 'Aucune confirmation signée',
  olderVersionSigned: 'Signée, mais dans une version antérieure',
  lateReturn: 'Confirmation rendue hors délai',
  piecesMissing: 'Pièces manquantes',
  r408Missing: 'Attestation R.408 non fournie',
};
