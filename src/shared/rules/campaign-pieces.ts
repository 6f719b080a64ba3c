import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { Piece } from '../contract/registrations.ts';

type AskedPiece = keyof Campaign['askedPieces'];

/** No notice asks these of every académie: the campaign says which it wants. `extra-` keeps its own ids apart from ours. */
const ASKED: Record<AskedPiece, Piece> = {
  identityDocument: {
    id: 'identityDocument',
    label: 'Pièce d’identité',
    reason: 'Demandée à tous les candidats',
  },
  homeProof: {
    id: 'homeProof',
    label: 'Justificatif de domicile',
    reason: 'Demandé par l’académie à tous les candidats',
  },
  parentalAuthorisation: {
    id: 'parentalAuthorisation',
    label: 'Autorisation parentale',
    reason: 'Candidat mineur au jour de l’inscription',
  },
  photo: { id: 'photo', label: 'Photographie d’identité', reason: 'Demandée par l’académie' },
  fee: { id: 'fee', label: 'Règlement du droit d’inscription', reason: 'Demandé par l’académie' },
};
const ORDER: readonly AskedPiece[] = [
  'identityDocument',
  'homeProof',
  'parentalAuthorisation',
  'photo',
  'fee',
];

/** What the campaign asks of its own, for this exam, specialty and age on the day of the registration. */
export function campaignPieces(answers: Answers, campaign: Campaign, age: number): Piece[] {
  const asked = ORDER.filter(
    (piece) => campaign.askedPieces[piece] && (piece !== 'parentalAuthorisation' || age < 18),
  );
  return [...asked.map((piece) => ASKED[piece]), ...extraPieces(answers, campaign, age)];
}

function extraPieces(answers: Answers, campaign: Campaign, age: number): Piece[] {
  const { exam } = answers.candidature;
  const { specialtyCode } = answers.qualification;
  return campaign.extraPieces
    .filter(({ exams }) => exams.length === 0 || exams.includes(exam))
    .filter(({ specialtyCodes }) => specialtyCodes.length === 0 || specialtyCodes.includes(specialtyCode))
    .filter(({ minorsOnly }) => !minorsOnly || age < 18)
    .map(({ id, label, reason, dueOn }) => ({
      id: `extra-${id}`.slice(0, 60),
      label,
      reason,
      ...(dueOn === undefined ? {} : { dueOn }),
    }));
}
