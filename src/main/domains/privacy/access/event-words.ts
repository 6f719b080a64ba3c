import type { FileEvent } from '#shared/contract/registrations.ts';

/** What happened to a file, in plain words for the person it is about. */
export const EVENT_WORDS: Record<FileEvent['kind'], string> = {
  overridden: 'Une règle a été écartée par un agent habilité',
  identityCorrected: 'L’identité a été corrigée',
  corrected: 'Une réponse a été corrigée par un agent habilité',
  withdrawn: 'Désinscription',
  cancelled: 'Candidature annulée',
  excluded: 'Candidature écartée',
  locked: 'Pièces verrouillées',
  unlocked: 'Pièces déverrouillées',
  pieceSet: 'Pièce contrôlée',
  returnRecorded: 'Retour de la confirmation enregistré',
  returnAdmitted: 'Retour tardif accepté',
  letterIssued: 'Courrier établi',
  slipIssued: 'Dossier transmis au gestionnaire',
  noticeHanded: 'Note remise',
  held: 'Conservé pour un litige',
  released: 'Fin de la conservation pour litige',
  accessGiven: 'Données remises à la personne (droit d’accès)',
};
