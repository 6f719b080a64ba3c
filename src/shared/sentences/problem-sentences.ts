import type { FieldProblem, ProblemCode } from '../errors.ts';
import { labelOf } from '../fields/catalogue.ts';
import { frenchLocal } from './french-dates.ts';

type Detail = Record<string, string>;

/** What is wrong with a field and what to do, to be shown beside it: the field's name is not repeated. */
const SENTENCES: Record<ProblemCode, (detail: Detail) => string> = {
  required: () => 'Cette réponse est obligatoire.',
  'wrong-type': () => 'La valeur n’est pas de la forme attendue.',
  'unknown-field': () => 'Cette rubrique n’existe pas.',
  'too-short': ({ minimum }) =>
    minimum ? `Saisissez au moins ${minimum} caractères.` : 'La réponse est trop courte.',
  'too-long': ({ maximum }) =>
    maximum ? `La réponse est limitée à ${maximum} caractères.` : 'La réponse est trop longue.',
  'login-taken': () => 'Cet identifiant est déjà celui d’un agent de ce poste ; choisissez-en un autre.',
  'passphrase-is-login': () =>
    'La phrase de passe est presque votre identifiant ; choisissez plusieurs mots sans rapport.',
  'passphrase-too-simple': () => 'Quelques lettres répétées se devinent vite ; choisissez plusieurs mots.',
  'passphrase-unchanged': () => 'C’est la phrase de passe que vous avez déjà ; choisissez-en une autre.',
  'out-of-range': () => 'La valeur est hors des limites admises.',
  'bad-format': () => 'La forme de la réponse n’est pas reconnue.',
  'not-in-list': () => 'Choisissez une valeur de la liste.',
  'forbidden-character': () =>
    'Un caractère n’est pas admis ici ; reprenez la graphie de la pièce d’identité.',
  'nir-forbidden': () => 'Un numéro de sécurité sociale ne doit pas être saisi ; effacez-le.',
  'impossible-date': () => 'Cette date n’existe pas dans le calendrier.',
  'date-in-future': () => 'Cette date est dans l’avenir.',
  'too-old': () => 'Cette date de naissance est trop ancienne ; vérifiez l’année.',
  'too-young': ({ minimum }) =>
    `Le candidat serait trop jeune (moins de ${minimum ?? '14'} ans) ; vérifiez l’année.`,
  'bad-email': () => 'L’adresse électronique n’est pas valable ; elle s’écrit nom@domaine.fr.',
  'bad-phone': () => 'Le numéro de téléphone n’est pas valable.',
  'bad-postcode': () => 'Un code postal français compte cinq chiffres.',
  'bad-ine': () => 'L’INE compte onze caractères, comme sur le relevé de notes ; il est facultatif.',
  'unknown-commune': () =>
    'Cette commune n’est pas dans la liste ; si elle n’existe plus, laissez le code vide et écrivez son nom.',
  'commune-required': () => 'Indiquez la commune de naissance.',
  'unknown-country': () => 'Ce pays n’est pas dans la liste.',
  'parents-required': () => 'Pour une naissance à l’étranger, le nom et le prénom des parents sont demandés.',
  'unknown-academy': () => 'Cette académie n’est pas dans la liste.',
  'unknown-campaign': () => 'Cette campagne n’est pas connue de ce poste.',
  'exam-not-in-campaign': () => 'Cet examen n’est pas ouvert par cette campagne.',
  'unknown-specialty': () => 'Cette spécialité n’est pas dans la liste des diplômes.',
  'specialty-other-exam': ({ exam }) =>
    `Cette spécialité relève d’un autre examen${exam ? ` (${exam})` : ''}.`,
  'specialty-not-in-session': ({ session, successor }) =>
    `Cette spécialité n’est pas ouverte à la session ${session ?? ''}${successor ? ` ; elle est remplacée par ${successor}` : ''}.`,
  'unknown-exam-paper': () => 'Cette épreuve n’existe pas dans la spécialité.',
  'exam-paper-not-optional': () => 'Cette épreuve n’est pas facultative.',
  'disability-detail-required': () =>
    'Précisez s’il s’agit d’un aménagement déjà notifié ou d’une nouvelle demande.',
  'one-registration-per-exam': ({ number }) =>
    `Cette personne est déjà inscrite à cet examen pour la session${number ? ` (n° ${number})` : ''} ; une seule inscription est admise.`,
  'duplicate-value': () => 'Cette valeur est donnée deux fois.',
  'pupil-registers-at-school': () =>
    'Un élève ou un apprenti est inscrit par son établissement, pas au guichet des candidats individuels.',
  'residence-other-academy': ({ place, academy }) =>
    `L’adresse (${place ?? ''}) n’est pas dans l’académie ${academy ?? ''}, où le candidat doit résider.`,
  'form-definitive': ({ form }) =>
    `La forme choisie à la première inscription est définitive${form ? ` : ${form}` : ''}.`,
  'identity-frozen': () =>
    'L’identité ne change plus après l’inscription : un agent habilité la corrige, pièce d’identité vue.',
  'mark-too-old': ({ lastSession }) =>
    `Une note se conserve cinq ans${lastSession ? ` (jusqu’à la session ${lastSession})` : ''} : demandez une dispense si le règlement le permet.`,
  'end-before-start': () => 'La fin précède le début.',
  'language-not-offered': () => 'Cette langue ne peut pas être évaluée dans l’académie.',
  'physical-education-choice': ({ expected }) => expected ?? 'Le choix d’EPS ne convient pas à cet examen.',
  'override-not-allowed': () => 'Cette règle ne peut pas être levée par votre rôle, ou ne se lève pas.',
  'window-not-open': ({ opensAt }) =>
    `Les inscriptions ne sont pas encore ouvertes${opensAt ? ` : elles ouvrent le ${frenchLocal(opensAt)} (heure locale)` : ''}.`,
  'window-closed': ({ closedAt }) =>
    `Les inscriptions sont closes${closedAt ? ` depuis le ${frenchLocal(closedAt)} (heure locale)` : ''} ; aucune modification n’est plus prise en compte.`,
  'window-undated': () => 'Aucune période d’inscription n’est fixée pour cet examen dans cette campagne.',
  'fixed-after-registration': () =>
    'L’examen et la campagne font partie du numéro : désinscrivez, puis inscrivez de nouveau.',
  'red-pen-not-allowed': () =>
    'Après la clôture, cette campagne n’admet pas de correction de cette rubrique.',
  'postmark-not-by-post': () => 'Seul un envoi par la poste porte un cachet.',
  'postmark-after-receipt': () => 'Le cachet ne peut pas être postérieur à la réception.',
  'nothing-changed': () => 'Rien n’a changé.',
  'broken-line': () => 'Cette ligne n’est pas du JSON.',
};

/** The sentence shown beside the field. */
export function problemSentence(problem: FieldProblem): string {
  return SENTENCES[problem.code](problem.detail ?? {});
}

/** The sentence for a summary or a log, with the field's printed name first. */
export function namedProblemSentence(problem: FieldProblem): string {
  return problem.path === ''
    ? problemSentence(problem)
    : `${labelOf(problem.path)} : ${problemSentence(problem)}`;
}
