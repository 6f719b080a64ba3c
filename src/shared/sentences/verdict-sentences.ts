import type { VerdictReason } from '../protocol/verdict.ts';

/** Why an envoi waits or was refused, for the queue on screen. */
const SENTENCES: Record<VerdictReason, string> = {
  malformed: 'L’envoi est illisible.',
  'not-canonical': 'L’envoi n’est pas écrit comme il a été signé.',
  'schema-invalid': 'L’envoi n’a pas la forme attendue par le serveur central.',
  'schema-unknown': 'L’envoi vient d’une version du programme que le serveur central ne connaît pas encore.',
  'other-station': 'L’envoi porte le nom d’un autre poste.',
  'bad-signature': 'La signature de l’envoi ne correspond pas à ce poste.',
  'training-mismatch': 'Une base école et une base réelle ne se mélangent pas.',
  'bad-number-key': 'La clé du numéro ne correspond pas.',
  'foreign-block': 'Le numéro appartient à la série d’un autre poste.',
  'contested-block':
    'Deux postes ont employé la même série de numéros avant leur rattachement ; le rectorat doit trancher.',
  'number-taken': 'Ce numéro est déjà celui d’une autre inscription ; le rectorat doit trancher.',
  'number-differs': 'Le numéro n’est pas celui de ce dossier.',
  'first-version-expected': 'Une nouvelle inscription doit être en version 01.',
  'record-exists': 'Ce dossier existe déjà au serveur central avec un autre contenu.',
  'record-unknown': 'Le serveur central attend d’abord l’inscription elle-même.',
  'record-cancelled': 'Le dossier a été annulé entre-temps.',
  'version-gap': 'Le serveur central attend d’abord une version plus ancienne.',
  'version-taken': 'Le serveur central a déjà une autre version de même numéro.',
  'value-differs': 'Un autre guichet a donné une autre réponse entre-temps.',
  'group-differs': 'Un autre guichet a modifié entre-temps une réponse qui va avec celle-ci.',
  'edited-meanwhile': 'Un autre guichet a modifié le dossier entre-temps.',
  'other-academy': 'Le dossier est celui d’une autre académie.',
  'already-decided': 'Cette proposition a déjà été tranchée.',
  'bad-path': 'L’envoi modifie une réponse qui n’existe pas.',
  'sequence-gap': 'Le serveur central attend d’abord un envoi plus ancien de ce poste.',
  'sequence-reused': 'Deux envois différents portent le même rang : le poste a peut-être été copié.',
  'op-id-reused': 'Deux envois différents portent le même identifiant : le poste a peut-être été copié.',
  'chain-broken': 'L’envoi ne fait pas suite au précédent : le poste a peut-être été restauré ou copié.',
  'station-suspended': 'Le poste est suspendu par le serveur central ; prévenez le rectorat.',
  'sent-late': 'Transmis après la clôture ; l’inscription, faite avant, est reçue.',
  'outside-window': 'L’inscription a été faite hors des dates de la campagne ; le rectorat doit trancher.',
  'not-unique': 'L’envoi contredit ce que le serveur central possède ; le rectorat doit trancher.',
};

/** A reason of a newer centre is shown as it is. */
export function verdictSentence(reason: string): string {
  return Object.hasOwn(SENTENCES, reason) ? SENTENCES[reason as VerdictReason] : reason;
}
