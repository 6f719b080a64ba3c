import type { PortalRequestStatus } from '../contract/portal.ts';
import type { PortalReason } from '../protocol/portal.ts';
import { frenchLocal } from './french-dates.ts';

/** What the clerk can tell the candidate (Grenoble guide, S4-05 and S4-06). */
const REASONS: Record<PortalReason, string> = {
  'candidate-unknown': 'Le serveur central n’a pas encore reçu son inscription.',
  'email-differs': 'L’adresse du dossier a changé depuis. Demandez un nouveau compte.',
  'email-has-account':
    'Un compte existe déjà à cette adresse : un proche, ou le candidat lui-même, l’a créé pour cette session ou une autre. Il faut donner une autre adresse.',
  'email-on-other-file':
    'Cette adresse figure sur une autre candidature, même sans compte ; souvent les membres d’une famille partagent une adresse. Il faut en donner une autre.',
  'candidate-has-account': 'Ce candidat a déjà un compte, à une autre adresse.',
  'mail-waiting': 'Le message d’activation n’est pas encore parti.',
  'mail-refused':
    'Le serveur de messagerie refuse cette adresse. Vérifiez-la, corrigez le dossier, puis demandez un nouveau compte.',
};

export function portalReasonSentence(reason: string): string {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason as PortalReason] : reason;
}

/** Where a request stands, in words to say at the counter. */
export function portalSentence({ state, reason, email, activateBefore }: PortalRequestStatus): string {
  const why = reason === null ? '' : ` ${portalReasonSentence(reason)}`;
  const limit = activateBefore === null ? '' : ` avant le ${frenchLocal(activateBefore)}`;
  const sentences: Record<PortalRequestStatus['state'], string> = {
    toSend: `Demande enregistrée pour ${email} ; elle partira au prochain envoi.`,
    waiting: `Demande transmise pour ${email}, en attente.`,
    opened: `Compte ouvert pour ${email}. Le candidat doit l’activer depuis sa messagerie${limit} ; passé ce délai (48 heures), le compte est supprimé.`,
    activated: `Compte activé pour ${email}.`,
    expired: `Le compte ouvert pour ${email} n’a pas été activé à temps : il est supprimé. Demandez-en un nouveau si le candidat le souhaite.`,
    refused: `Aucun compte n’a été ouvert pour ${email}.`,
  };
  return sentences[state] + why;
}
