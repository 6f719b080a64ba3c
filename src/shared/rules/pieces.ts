import type { Achievement, Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { Piece } from '../contract/registrations.ts';
import { ageOn } from './age.ts';
import { campaignPieces } from './campaign-pieces.ts';
import { eligibilityPieces } from './eligibility-pieces.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** What the rule of R.408 asks of the world: the specialties known to ask for it. */
export type R408Facts = Pick<ReferenceFacts, 'findR408'>;

export const SIGNED_CONFIRMATION = 'signedConfirmation';
export const SCAFFOLDING_CERTIFICATE = 'scaffoldingCertificate';

/**
 * The supporting documents that follow from the answers, each with its reason (sources: docs/rules.md). `day` is the local date of
 * the registration: the service national rule looks at the age on that day.
 */
export function requiredPieces(
  answers: Answers,
  campaign: Campaign,
  day: string,
  reference: R408Facts,
): Piece[] {
  return [
    {
      id: SIGNED_CONFIRMATION,
      label: 'Confirmation d’inscription datée et signée',
      reason: 'Demandée à tous les candidats',
    },
    ...campaignPieces(answers, campaign, ageOn(answers.identification.birthDate, day)),
    ...nationalServicePieces(answers, day),
    ...disabilityPieces(answers),
    ...achievementPieces(answers),
    ...eligibilityPieces(answers, isMinorAtExam(answers, campaign, day)),
    ...physicalEducationPieces(answers),
    ...r408Pieces(answers, campaign, reference),
  ];
}

/** D337-7 looks at 31 December of the exam year; a campaign without a session, at the day. */
function isMinorAtExam({ identification }: Answers, { session }: Campaign, day: string): boolean {
  return ageOn(identification.birthDate, session === null ? day : `${session}-12-31`) < 18;
}

/**
 * Code du service national L113-4, L114-6: French only; census before 18, defence day from 18 to 24, nothing from 25 on. Other
 * papers prove the same: they are named, so that nobody is sent home for the wrong one.
 */
function nationalServicePieces(answers: Answers, day: string): Piece[] {
  const { nationality, birthDate } = answers.identification;
  const age = ageOn(birthDate, day);
  if (nationality !== 'FR' || age >= 25) return [];
  return age < 18
    ? [
        {
          id: 'censusCertificate',
          label: 'Attestation de recensement (ou certificat JDC, exemption, attestation de situation)',
          reason: 'Candidat français de moins de 18 ans',
        },
      ]
    : [
        {
          id: 'defenceDayCertificate',
          label: 'Certificat JDC, exemption, attestation provisoire ou de situation',
          reason: 'Candidat français de 18 à 24 ans',
        },
      ];
}

/** Only the notification is a piece; medical papers never pass through the counter (code de l'éducation D351-27, -28). */
function disabilityPieces(answers: Answers): Piece[] {
  const { disability, disabilityRequest } = answers.candidature;
  return disability && disabilityRequest === 'existing'
    ? [
        {
          id: 'arrangementDecision',
          label: 'Notification d’aménagement d’épreuves',
          reason: 'Aménagement déjà notifié',
        },
      ]
    : [];
}

/** Each declared achievement needs its proof (S0-19). */
function achievementPieces(answers: Answers): Piece[] {
  const ids = answers.achievements.map(achievementId);
  return answers.achievements.map((achievement, index) => {
    const id = ids[index] ?? '';
    const twins = ids.slice(0, index).filter((other) => other === id).length;
    return {
      id: twins === 0 ? id : `${id}-${twins + 1}`,
      label: achievement.type === 'otherDiploma' ? 'Copie du diplôme ou du titre' : 'Relevé de notes',
      reason: `Acquis n° ${index + 1} (${achievement.year})`,
    };
  });
}

/** By what it is, not by its place in the list: a paper already accepted stays with its achievement when another one goes. */
function achievementId({ type, diplomaKind, year, academyCode }: Achievement): string {
  return ['achievement', diplomaKind ?? type, year, academyCode].join('-');
}

/** Unfit without a certificate, a candidate is summoned all the same. It is medical: a closed envelope, whose presence is noted. */
function physicalEducationPieces(answers: Answers): Piece[] {
  return answers.examPapers.physicalEducation?.status === 'unfit'
    ? [
        {
          id: 'physicalEducationCertificate',
          label: 'Certificat d’inaptitude à l’EPS, sous pli fermé',
          reason: 'Déclaré inapte ; le pli n’est ni ouvert ni numérisé',
          sealed: true,
        },
      ]
    : [];
}

/** S1-08: specialties whose notice asks for the R.408 scaffolding certificate, with its own later date. */
function r408Pieces(answers: Answers, campaign: Campaign, reference: R408Facts): Piece[] {
  if (!asksForR408(campaign, answers.qualification.specialtyCode, reference)) return [];
  const { r408DueOn } = campaign;
  const before = r408DueOn === null ? '' : `, à fournir avant le ${r408DueOn.split('-').reverse().join('/')}`;
  return [
    {
      id: SCAFFOLDING_CERTIFICATE,
      label: 'Attestation de formation au travail en hauteur (R.408)',
      reason: `Demandée pour cette spécialité${before}`,
      ...(r408DueOn === null ? {} : { dueOn: r408DueOn }),
    },
  ];
}

/** The specialties a campaign names; where it names none but sets a date, those known to ask for it. */
export function asksForR408(campaign: Campaign, specialtyCode: string, reference: R408Facts): boolean {
  const { r408SpecialtyCodes, r408DueOn } = campaign;
  if (r408SpecialtyCodes.length > 0) return r408SpecialtyCodes.includes(specialtyCode);
  return r408DueOn !== null && reference.findR408(specialtyCode) !== undefined;
}
