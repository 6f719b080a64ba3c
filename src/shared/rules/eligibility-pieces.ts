import type { Answers } from '../contract/answers.ts';
import type { Piece } from '../contract/registrations.ts';

/** Proofs that a candidate may sit the exam (code de l'éducation, by exam). A CAP asks nothing of an adult (D337-7). */
export function eligibilityPieces(answers: Answers, isMinor: boolean): Piece[] {
  if (answers.candidature.exam === 'bp') return brevetPieces(answers);
  return preparationPieces(answers, isMinor && answers.qualification.form === 'progressive');
}

/** S3-05, S3-06: a complete preparation, or three years of related work. CAP: a minor in progressive form is enrolled (D337-10). */
function preparationPieces(
  { candidature: { category, exam } }: Answers,
  isProgressiveMinor: boolean,
): Piece[] {
  if (category === 'workExperience' && exam !== 'cap')
    return [employment('Candidature au titre de l’expérience professionnelle')];
  if (category === 'continuingTraining' || category === 'distanceLearning')
    return [training('Candidature au titre d’une formation')];
  return isProgressiveMinor && exam === 'cap' ? [enrolment()] : [];
}

/** BP: work in any case (D337-101), fewer years with a title (D337-102), and hours of training (D337-103, -104). */
function brevetPieces({ candidature: { heldTitle, trainingHours } }: Answers): Piece[] {
  const hours = heldTitle === 'sectorBacPro' ? 240 : 400;
  return [
    employment('BP : durée d’activité professionnelle'),
    training(`BP : ${hours} heures de formation`),
    ...heldTitlePieces(heldTitle),
    ...(trainingHours !== undefined && trainingHours < hours ? [placement(hours)] : []),
  ];
}

function heldTitlePieces(heldTitle: Answers['candidature']['heldTitle']): Piece[] {
  if (heldTitle === undefined || heldTitle === 'none') return [];
  const what = heldTitle === 'sectorBacPro' ? 'baccalauréat professionnel du secteur' : 'titre de niveau 3';
  return [{ id: 'heldTitle', label: 'Copie du diplôme ou du titre détenu', reason: `BP : ${what} déclaré` }];
}

/** D337-62, -104: only a decision of positionnement shortens the training. */
function placement(hours: number): Piece {
  return {
    id: 'placementDecision',
    label: 'Décision de positionnement',
    reason: `BP : moins de ${hours} heures de formation déclarées`,
  };
}

function enrolment(): Piece {
  return {
    id: 'enrolmentCertificate',
    label: 'Certificat d’inscription dans un établissement ou une formation',
    reason: 'CAP : mineur en forme progressive',
  };
}

function employment(reason: string): Piece {
  return { id: 'employmentCertificate', label: 'Certificats de travail', reason };
}

function training(reason: string): Piece {
  return { id: 'trainingCertificate', label: 'Attestation de formation ou livret', reason };
}
