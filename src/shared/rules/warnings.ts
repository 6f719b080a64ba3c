import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { ReferenceFacts } from './reference-facts.ts';
import { ageOn } from './age.ts';

/** Something the clerk should say or check; the law lets the condition be met later, so nothing is blocked. */
export interface Warning {
  code: string;
  message: string;
}

interface WarningFacts {
  answers: Answers;
  campaign: Campaign;
  reference: ReferenceFacts;
  /** Local date of the académie. */
  today: string;
}

type WarningRule = (facts: WarningFacts) => Warning[];

export function warningsOf(
  answers: Answers,
  campaign: Campaign,
  reference: ReferenceFacts,
  today: string,
): Warning[] {
  return RULES.flatMap((rule) => rule({ answers, campaign, reference, today }));
}

/** CAP: of age on 31 December of the exam year, or in training (code de l'éducation D337-7). */
const capMinor: WarningRule = ({ answers, campaign }) => {
  const { candidature, identification } = answers;
  if (candidature.exam !== 'cap' || campaign.session === null) return [];
  if (ageOn(identification.birthDate, `${campaign.session}-12-31`) >= 18) return [];
  const message =
    'CAP : le candidat sera mineur au 31 décembre de l’année de l’examen ; une formation est à justifier.';
  return [{ code: 'cap-minor', message }];
};

/** Bac pro, MC and CS by experience: three years of related work, due at the exam (D337-70, D337-148). */
const threeYearsWork: WarningRule = ({ answers: { candidature } }) => {
  const { category, exam } = candidature;
  if (category !== 'workExperience' || exam === 'cap' || exam === 'bp') return [];
  const message =
    'Trois ans d’expérience professionnelle en rapport avec la spécialité sont à justifier, au plus tard à l’examen.';
  return [{ code: 'three-years-work', message }];
};

/** BP: work and training, due at the last unit (D337-101, -102). */
const bpConditions: WarningRule = ({ answers }) => {
  if (answers.candidature.exam !== 'bp') return [];
  const message =
    'BP : durée d’activité professionnelle et 400 heures de formation (ou positionnement) à justifier avant la dernière unité.';
  return [{ code: 'bp-conditions', message }];
};

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

/** Aix-Marseille 2021: the candidate lives in the académie. */
const otherAcademy: WarningRule = ({ answers: { identification }, campaign, reference }) => {
  const department = departmentOf(identification.postcode);
  const academy = reference.findAcademy(campaign.academyCode);
  if (identification.addressCountry !== 'FR' || !department || !academy) return [];
  if (academy.departments.length === 0 || academy.departments.includes(department)) return [];
  const message = `L’adresse (département ${department}) n’est pas dans l’académie ${academy.name} : vérifiez le lieu de résidence.`;
  return [{ code: 'other-academy', message }];
};

const RULES: readonly WarningRule[] = [
  capMinor,
  threeYearsWork,
  bpConditions,
  minor,
  arrangementRequest,
  examPapersUnknown,
  specificNotices,
  otherAcademy,
];

/** Département of a French postcode: two digits, three overseas; Corsica's 20 is split by the postcode itself. */
export function departmentOf(postcode: string): string | undefined {
  if (!/^\d{5}$/.test(postcode)) return undefined;
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3);
  if (!postcode.startsWith('20')) return postcode.slice(0, 2);
  return Number(postcode) < 20200 ? '2A' : '2B';
}
