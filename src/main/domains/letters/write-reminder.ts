import type { Modality } from '#shared/contract/campaign.ts';
import { depositedPieces, expectedPieces } from '#shared/rules/campaign-letters.ts';
import { SIGNED_CONFIRMATION } from '#shared/rules/pieces.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import type { LetterPart } from '#main/documents/letter/index.ts';
import type { LetterFacts } from './letter-facts.ts';
import { handedOver, toBring } from './piece-words.ts';

/** What is missing or was refused, until when, where to bring it, and what happens otherwise. */
export function reminderParts(facts: LetterFacts): LetterPart[] {
  const { pieces, returnDeadline, campaign } = facts;
  const expected = expectedPieces(pieces);
  const deposited = depositedPieces(pieces);
  return [
    {
      kind: 'paragraphs',
      texts: [
        'Votre candidature citée en objet n’est pas complète. Les pièces ci-dessous manquent à votre dossier ou n’ont pas pu être acceptées : faites-les parvenir au service avant la date indiquée.',
      ],
    },
    {
      kind: 'papers',
      title: 'Pièces attendues',
      mark: 'toBring',
      rows: expected.map((piece) => toBring(piece, returnDeadline)),
    },
    ...firstDate(facts),
    { kind: 'paragraphs', title: 'Où les remettre', texts: whereTo(facts) },
    ...(isAtStake(facts)
      ? [
          {
            kind: 'paragraphs' as const,
            title: 'Sans réponse de votre part',
            texts: [campaign.texts.noReturn],
          },
        ]
      : []),
    ...(deposited.length > 0
      ? [
          {
            kind: 'papers' as const,
            title: 'Pièces reçues',
            mark: 'there' as const,
            rows: deposited.map(handedOver),
          },
        ]
      : []),
  ];
}

/** The next day by which something is due; none where every date is past. */
function firstDate({ pieces, returnDeadline, today }: LetterFacts): LetterPart[] {
  const [next] = expectedPieces(pieces)
    .map(({ dueOn }) => dueOn ?? returnDeadline)
    .filter((due) => due !== undefined && due.slice(0, 10) >= today)
    .toSorted();
  return next === undefined ? [] : [{ kind: 'striking', title: 'Au plus tard le', text: frenchLocal(next) }];
}

/** S0-23, S2-07: the confirmation for every campaign, the pieces with it for those that say so. */
function isAtStake({ pieces, campaign }: LetterFacts): boolean {
  return expectedPieces(pieces).some(
    ({ id, dueOn }) => id === SIGNED_CONFIRMATION || (campaign.cancelsWithoutPieces && dueOn === undefined),
  );
}

function whereTo({ campaign: { returnModalities, service, links, academyName } }: LetterFacts): string[] {
  const address = [academyName, service.name, service.bureau, ...service.addressLines]
    .filter((part) => part !== undefined)
    .join(', ');
  const ways: Record<Modality, string> = {
    post: `Par la poste : ${address}.`,
    counter: `Au guichet : ${address}.`,
    upload: `En ligne, dans votre espace candidat : ${links.portal}`,
  };
  const both = returnModalities.includes('post') && returnModalities.includes('counter');
  if (!both) return returnModalities.map((modality) => ways[modality]);
  return [
    `Par la poste ou au guichet : ${address}.`,
    ...(returnModalities.includes('upload') ? [ways.upload] : []),
  ];
}
