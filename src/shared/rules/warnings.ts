import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { ReferenceFacts } from './reference-facts.ts';
import { ageOn } from './age.ts';

/** Something the clerk should say or check; the law lets the condition be met later, so nothing is blocked. */
export interface Warning {
  code: string;
  message: string;
}

export function warningsOf(
  answers: Answers,
  campaign: Campaign,
  reference: ReferenceFacts,
  today: string,
): Warning[] {
  const { candidature, qualification, identification } = answers;
  const warnings: Warning[] = [];
  // D337-7: of age on 31 December of the exam year, or in training.
  if (
    candidature.exam === 'cap' &&
    campaign.session !== null &&
    ageOn(identification.birthDate, `${campaign.session}-12-31`) < 18
  ) {
    warnings.push({
      code: 'cap-minor',
      message:
        'CAP : le candidat sera mineur au 31 décembre de l’année de l’examen ; une formation est à justifier.',
    });
  }
  if (
    candidature.category === 'workExperience' &&
    (candidature.exam === 'bacPro' || candidature.exam === 'mc' || candidature.exam === 'cs')
  ) {
    warnings.push({
      code: 'three-years-work',
      message:
        'Trois ans d’expérience professionnelle en rapport avec la spécialité sont à justifier, au plus tard à l’examen.',
    });
  }
  if (candidature.exam === 'bp') {
    warnings.push({
      code: 'bp-conditions',
      message:
        'BP : durée d’activité professionnelle et 400 heures de formation (ou positionnement) à justifier avant la dernière unité.',
    });
  }
  if (ageOn(identification.birthDate, today) < 18) {
    warnings.push({ code: 'minor', message: 'Le candidat est mineur au jour de l’inscription.' });
  }
  if (candidature.disability && candidature.disabilityRequest === 'new') {
    warnings.push({
      code: 'arrangement-request',
      message: `La demande d’aménagement se fait à part${campaign.links.arrangements ? ` : ${campaign.links.arrangements}` : ''}. Aucune pièce médicale n’est reçue au guichet.`,
    });
  }
  if (!reference.findExamPapers(qualification.specialtyCode)) {
    warnings.push({
      code: 'exam-papers-unknown',
      message: 'La liste des épreuves de cette spécialité n’est pas chargée ; la confirmation le dira.',
    });
  }
  for (const notice of campaign.specificNotices.filter((one) =>
    one.specialtyCodes.includes(qualification.specialtyCode),
  )) {
    warnings.push({
      code: 'specific-notice',
      message: `Note spécifique à remettre : ${notice.title}${notice.url ? ` (${notice.url})` : ''}.`,
    });
  }
  const department = departmentOf(identification.postcode);
  const academy = reference.findAcademy(campaign.academyCode);
  if (
    identification.addressCountry === 'FR' &&
    academy &&
    academy.departments.length > 0 &&
    department &&
    !academy.departments.includes(department)
  ) {
    warnings.push({
      code: 'other-academy',
      message: `L’adresse (département ${department}) n’est pas dans l’académie ${academy.name} : vérifiez le lieu de résidence.`,
    });
  }
  return warnings;
}

/** Département of a French postcode: two digits, three overseas; Corsica's 20 is split by the postcode itself. */
export function departmentOf(postcode: string): string | undefined {
  if (!/^\d{5}$/.test(postcode)) return undefined;
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3);
  if (!postcode.startsWith('20')) return postcode.slice(0, 2);
  return Number(postcode) < 20200 ? '2A' : '2B';
}
