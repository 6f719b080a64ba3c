import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { Piece } from '../contract/registrations.ts';
import { ageOn } from './age.ts';

/**
 * The supporting documents that follow from the answers, each with its reason (sources: docs/rules.md). `day` is the local date of
 * the registration: the service national rule looks at the age on that day.
 */
export function requiredPieces(answers: Answers, campaign: Campaign, day: string): Piece[] {
  return [
    {
      id: 'signedConfirmation',
      label: 'Confirmation d’inscription datée et signée',
      reason: 'Demandée à tous les candidats',
    },
    { id: 'identityDocument', label: 'Pièce d’identité', reason: 'Demandée à tous les candidats' },
    ...nationalServicePieces(answers, day),
    ...disabilityPieces(answers),
    ...achievementPieces(answers),
    ...eligibilityPieces(answers),
    ...r408Pieces(answers, campaign),
  ];
}

/** Code du service national L113-4, L114-6: French and under 25; census certificate before 18, defence day after. */
function nationalServicePieces(answers: Answers, day: string): Piece[] {
  const { nationality, birthDate } = answers.identification;
  const age = ageOn(birthDate, day);
  if (nationality !== 'FR' || age >= 25) return [];
  return age < 18
    ? [
        {
          id: 'censusCertificate',
          label: 'Attestation de recensement',
          reason: 'Candidat français de moins de 18 ans',
        },
      ]
    : [
        {
          id: 'defenceDayCertificate',
          label: 'Certificat de participation à la JDC, exemption ou attestation provisoire',
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
  return answers.achievements.map((achievement, index) => ({
    id: `achievement${index + 1}`,
    label: achievement.type === 'otherDiploma' ? 'Copie du diplôme ou du titre' : 'Relevé de notes',
    reason: `Acquis n° ${index + 1} (${achievement.year})`,
  }));
}

/** S3-05, S3-06: a complete preparation, or three years of related work. */
function eligibilityPieces(answers: Answers): Piece[] {
  const { category, exam } = answers.candidature;
  if (category === 'workExperience' && exam !== 'cap') {
    return [
      {
        id: 'employmentCertificate',
        label: 'Certificats de travail',
        reason: 'Candidature au titre de l’expérience professionnelle',
      },
    ];
  }
  if (category === 'continuingTraining' || category === 'distanceLearning') {
    return [
      {
        id: 'trainingCertificate',
        label: 'Attestation de formation ou livret',
        reason: 'Candidature au titre d’une formation',
      },
    ];
  }
  return [];
}

/** S1-08: specialties whose notice asks for the R.408 scaffolding certificate, with its own later date. */
function r408Pieces(answers: Answers, campaign: Campaign): Piece[] {
  const R408_GROUPS = /^\d{3}(23[0-4]|254)/;
  if (campaign.r408DueOn === null || !R408_GROUPS.test(answers.qualification.specialtyCode)) return [];
  return [
    {
      id: 'scaffoldingCertificate',
      label:
        'Attestation de formation au travail en hauteur (R.408), si le règlement de la spécialité la demande',
      reason: `Spécialité du bâtiment, à fournir avant le ${campaign.r408DueOn.split('-').reverse().join('/')}`,
    },
  ];
}
