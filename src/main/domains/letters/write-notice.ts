import { noticesOf } from '#shared/rules/campaign-letters.ts';
import type { LetterPart } from '#main/documents/letter/index.ts';
import type { LetterFacts } from './letter-facts.ts';

/** S1-07: the notice of the specialty, and the candidate's word that he left with it. */
export function noticeParts({ campaign, registration }: LetterFacts): LetterPart[] {
  const { specialtyCode } = registration.answers.qualification;
  const notices = noticesOf({ campaign, specialtyCode });
  return [
    {
      kind: 'paragraphs',
      texts: [
        'La spécialité que vous présentez fait l’objet d’une note spécifique. Il vous appartient d’en prendre connaissance.',
      ],
    },
    {
      kind: 'papers',
      title: notices.length > 1 ? 'Notes' : 'Note',
      mark: 'there',
      rows: notices.map(({ title, url }) => ({ what: title, why: url ?? '' })),
    },
    {
      kind: 'candidateSignature',
      title: 'Remise au candidat',
      text: `Je reconnais que ${notices.length > 1 ? 'ces notes m’ont été remises' : 'cette note m’a été remise'} au guichet.`,
    },
  ];
}
