import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { ReferenceFacts } from './reference-facts.ts';
import { ageOn } from './age.ts';
import { bpConditions, capMinor, threeYearsWork, workInFuture } from './eligibility-warnings.ts';
import { findOutsideResidence } from './residence.ts';
import type { Warning, WarningRule } from './warning-rule.ts';

export function warningsOf(
  answers: Answers,
  campaign: Campaign,
  reference: ReferenceFacts,
  today: string,
): Warning[] {
  return RULES.flatMap((rule) => rule({ answers, campaign, reference, today }));
}

const minor: WarningRule = ({ answers, today }) =>
  ageOn(answers.identification.birthDate, today) < 18
    ? [{ code: 'minor', message: 'Le candidat est mineur au jour de l’inscription.' }]
    : [];

/** Medical papers never pass through the counter (D351-27, -28). */
const arrangementRequest: WarningRule = ({ answers: { candidature }, campaign }) => {
  if (!candidature.disability || candidature.disabilityRequest !== 'new') return [];
  const address = campaign.links.arrangements ? ` : ${campaign.links.arrangements}` : '';
  const message = `La demande d’aménagement se fait à part${address}. Aucune pièce médicale n’est reçue au guichet.`;
  return [{ code: 'arrangement-request', message }];
};

const examPapersUnknown: WarningRule = ({ answers, reference }) => {
  if (reference.findExamPapers(answers.qualification.specialtyCode)) return [];
  const message = 'La liste des épreuves de cette spécialité n’est pas chargée ; la confirmation le dira.';
  return [{ code: 'exam-papers-unknown', message }];
};

/** Nice 2025: some specialties have a notice of their own, to be given to the candidate. */
const specificNotices: WarningRule = ({ answers, campaign }) =>
  campaign.specificNotices
    .filter((notice) => notice.specialtyCodes.includes(answers.qualification.specialtyCode))
    .map(({ title, url }) => ({
      code: 'specific-notice',
      message: `Note spécifique à remettre : ${title}${url ? ` (${url})` : ''}.`,
    }));

/** S3-04, where the campaign only advises: the candidate lives in the académie. */
const otherAcademy: WarningRule = ({ answers: { identification }, campaign, reference }) => {
  const outside = findOutsideResidence(identification, campaign, reference);
  if (campaign.residence === 'required' || outside === undefined || outside.isAbroad) return [];
  const message = `L’adresse (${outside.place}) n’est pas dans l’académie ${outside.academy} : vérifiez le lieu de résidence.`;
  return [{ code: 'other-academy', message }];
};

/** Beyond five years a unit validated by experience gives its dispense on request, if the unit still exists (D337-71). */
const oldValidation: WarningRule = ({ answers: { achievements }, campaign: { session } }) =>
  achievements
    .filter(({ type, year }) => type === 'experienceValidation' && session !== null && session - year > 5)
    .map(({ year }) => ({
      code: 'old-validation',
      message: `VAE de ${year}, plus de cinq ans : la dispense se demande, si l’unité existe encore au diplôme.`,
    }));

const RULES: readonly WarningRule[] = [
  capMinor,
  threeYearsWork,
  bpConditions,
  workInFuture,
  minor,
  arrangementRequest,
  examPapersUnknown,
  specificNotices,
  otherAcademy,
  oldValidation,
];
