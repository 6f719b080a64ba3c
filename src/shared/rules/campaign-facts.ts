import { assertNever } from '../assert-never.ts';
import type { Campaign, CampaignWindow, Modality, Portfolio } from '../contract/campaign.ts';
import { EXAM_SHORT_LABELS } from '../fields/stringify.ts';
import { frenchLocal } from '../sentences/french-dates.ts';
import { CLASS_LABELS, MODALITY_LABELS, POLICY_LABELS, SUBJECT_LABELS, WEEKDAYS } from './campaign-words.ts';

/** One thing a campaign says, in readable words. `path` stays the same when a list is reordered. */
export interface CampaignFact {
  path: string;
  label: string;
  value: string;
}

/** All that a campaign says, for whoever must see what a new file of it would change. */
export function campaignFacts(campaign: Campaign): CampaignFact[] {
  return [
    ...headFacts(campaign),
    ...campaign.windows.flatMap((window) => windowFacts(window, campaign)),
    ...ruleFacts(campaign),
    ...pieceFacts(campaign),
    ...campaign.specificNotices.map(({ title, url, specialtyCodes }) =>
      fact(`specificNotices.${title}`, `Note spécifique « ${title} »`, [list(specialtyCodes), url ?? '']),
    ),
    ...campaign.portfolios.map((portfolio) =>
      fact(`portfolios.${portfolio.id}`, `Portefeuille « ${portfolio.id} »`, portfolioWords(portfolio)),
    ),
    ...textFacts(campaign),
  ];
}

function headFacts({ service, links, ...campaign }: Campaign): CampaignFact[] {
  return [
    fact('title', 'Titre', campaign.title),
    fact('academyCode', 'Code de l’académie', campaign.academyCode),
    fact('academyName', 'Académie', campaign.academyName),
    fact('timeZone', 'Fuseau horaire', campaign.timeZone),
    fact('session', 'Session', campaign.session === null ? 'non datée' : String(campaign.session)),
    fact('source', 'Source', campaign.source),
    fact('training', 'Réservée à la base école', yesNo(campaign.training)),
    fact('service.name', 'Service', service.name),
    fact('service.bureau', 'Bureau', service.bureau ?? ''),
    fact('service.addressLines', 'Adresse', list(service.addressLines)),
    fact('service.email', 'Courriel du service', service.email ?? ''),
    fact('service.phone', 'Téléphone du service', service.phone ?? ''),
    fact(
      'service.weekdays',
      'Jours d’accueil',
      list(service.weekdays.map((day) => WEEKDAYS[day - 1] ?? String(day))),
    ),
    fact('links.portal', 'Portail des candidats', links.portal),
    fact('links.arrangements', 'Page des aménagements', links.arrangements ?? ''),
    fact('links.syllabuses', 'Page des référentiels', links.syllabuses ?? ''),
  ];
}

/** One exam at a time: what a clerk asks is when the CAP closes, not what the second window holds. */
function windowFacts(window: CampaignWindow, { windows }: Campaign): CampaignFact[] {
  return window.exams.flatMap((exam) => {
    const ofExam = windows.filter(({ exams }) => exams.includes(exam));
    const rank = ofExam.indexOf(window) + 1;
    const name = ofExam.length > 1 ? `${EXAM_SHORT_LABELS[exam]}, période ${rank}` : EXAM_SHORT_LABELS[exam];
    const path = `windows.${exam}.${rank}`;
    const { opensAt, deadline } = window.confirmationReturn;
    return [
      fact(`${path}.opensAt`, `${name} : ouverture`, frenchLocal(window.opensAt)),
      fact(
        `${path}.closesAt`,
        `${name} : clôture`,
        window.closesAt === null ? 'non fixée' : frenchLocal(window.closesAt),
      ),
      fact(
        `${path}.return.opensAt`,
        `${name} : début des retours`,
        opensAt === undefined ? '' : frenchLocal(opensAt),
      ),
      fact(`${path}.return.deadline`, `${name} : retour au plus tard`, deadlineWords(deadline)),
    ];
  });
}

function deadlineWords(deadline: CampaignWindow['confirmationReturn']['deadline']): string {
  switch (deadline.kind) {
    case 'fixed':
      return frenchLocal(deadline.at);
    case 'afterClosing':
      return `${deadline.days} jours après la clôture`;
    default:
      return assertNever(deadline);
  }
}

function ruleFacts(campaign: Campaign): CampaignFact[] {
  const { redPen } = campaign;
  const modality = (name: Modality) => MODALITY_LABELS[name];
  return [
    fact('returnModalities', 'Retour de la confirmation', list(campaign.returnModalities.map(modality))),
    fact('redPen.policy', 'Stylo rouge', POLICY_LABELS[redPen.policy]),
    fact(
      'redPen.fieldClasses',
      'Stylo rouge : rubriques',
      list(redPen.fieldClasses.map((name) => CLASS_LABELS[name])),
    ),
    fact('acknowledgesReturns', 'Accusé de réception des retours', yesNo(campaign.acknowledgesReturns)),
    fact('receiptAtCounter', 'Récépissé au guichet', yesNo(campaign.receiptAtCounter)),
    fact('sendsReminders', 'Relances', yesNo(campaign.sendsReminders)),
    fact('cancelsWithoutPieces', 'Annulation sans les pièces', yesNo(campaign.cancelsWithoutPieces)),
    fact('deadlineSkipsHolidays', 'Échéance reportée d’un jour férié', yesNo(campaign.deadlineSkipsHolidays)),
    fact(
      'residence',
      'Résidence dans l’académie',
      campaign.residence === 'required' ? 'obligatoire' : 'conseillée',
    ),
    fact(
      'r408DueOn',
      'Attestation R.408',
      campaign.r408DueOn === null ? 'non demandée' : `avant le ${frenchLocal(campaign.r408DueOn)}`,
    ),
    fact('r408SpecialtyCodes', 'R.408 : spécialités', list(campaign.r408SpecialtyCodes)),
    fact('languages', 'Langues', list(campaign.languages)),
  ];
}

function pieceFacts({ askedPieces, extraPieces }: Campaign): CampaignFact[] {
  return [
    fact('askedPieces.identityDocument', 'Pièce d’identité demandée', yesNo(askedPieces.identityDocument)),
    fact('askedPieces.homeProof', 'Justificatif de domicile demandé', yesNo(askedPieces.homeProof)),
    fact(
      'askedPieces.parentalAuthorisation',
      'Autorisation parentale demandée',
      yesNo(askedPieces.parentalAuthorisation),
    ),
    fact('askedPieces.photo', 'Photographie demandée', yesNo(askedPieces.photo)),
    fact('askedPieces.fee', 'Droit d’inscription demandé', yesNo(askedPieces.fee)),
    ...extraPieces.map((piece) =>
      fact(`extraPieces.${piece.id}`, `Pièce « ${piece.id} »`, [
        piece.label,
        piece.reason,
        list(piece.exams.map((exam) => EXAM_SHORT_LABELS[exam])),
        list(piece.specialtyCodes),
        piece.minorsOnly ? 'mineurs seulement' : '',
        piece.dueOn === undefined ? '' : `avant le ${frenchLocal(piece.dueOn)}`,
      ]),
    ),
  ];
}

function portfolioWords(portfolio: Portfolio): string[] {
  const named = (words: string, values: readonly string[]) =>
    values.length === 0 ? '' : `${words} ${list(values)}`;
  return [
    portfolio.title,
    portfolio.transversal ? 'transversal' : '',
    list(portfolio.exams.map((exam) => EXAM_SHORT_LABELS[exam])),
    named('groupes', portfolio.groups),
    named('spécialités', portfolio.specialtyCodes),
    named('sauf', portfolio.exceptSpecialtyCodes),
    list(portfolio.subjects.map((subject) => SUBJECT_LABELS[subject])),
    portfolio.email ?? '',
    portfolio.phone ?? '',
  ];
}

function textFacts({ texts }: Campaign): CampaignFact[] {
  const numbered = (path: string, label: string, paragraphs: readonly string[]) =>
    paragraphs.map((text, index) => fact(`texts.${path}.${index}`, `${label} ${index + 1}`, text));
  return [
    fact('texts.statement', 'Déclaration signée', texts.statement),
    fact('texts.redPen', 'Consigne du stylo rouge', texts.redPen ?? ''),
    fact('texts.returnBy', 'Consigne de retour', texts.returnBy),
    fact('texts.noReturn', 'Sans retour', texts.noReturn),
    fact('texts.afterClosing', 'Après la clôture', texts.afterClosing),
    fact('texts.appeal', 'Voies de recours', texts.appeal ?? ''),
    ...numbered('account', 'Compte du portail', texts.account),
    ...numbered('notes', 'Note', texts.notes),
  ];
}

function fact(path: string, label: string, value: string | string[]): CampaignFact {
  return {
    path,
    label,
    value: typeof value === 'string' ? value : value.filter((part) => part !== '').join(' ; '),
  };
}

function list(values: readonly string[]): string {
  return values.join(', ');
}

function yesNo(value: boolean): string {
  return value ? 'oui' : 'non';
}
