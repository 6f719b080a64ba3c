import type { Modality } from '#shared/contract/campaign.ts';
import { depositedPieces, expectedPieces } from '#shared/rules/campaign-letters.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import type { LetterPart } from '#main/documents/letter/index.ts';
import type { StoredReturn } from '#main/domains/pieces/index.ts';
import type { LetterFacts } from './letter-facts.ts';
import { handedOver, toBring } from './piece-words.ts';

const WAYS: Record<Modality, string> = {
  post: 'par la poste',
  upload: 'en ligne, par téléversement',
  counter: 'au guichet',
};

/** What an acknowledgement says (CRPA L112-3, R112-5): the day, the service, what was handed over and what is missing. */
export function receiptParts(facts: LetterFacts): LetterPart[] {
  const { pieces, returns, returnDeadline } = facts;
  const deposited = depositedPieces(pieces);
  const expected = expectedPieces(pieces);
  return [
    {
      kind: 'paragraphs',
      texts: ['Le service des examens a reçu ce qui suit pour la candidature citée en objet.'],
    },
    { kind: 'facts', title: 'Dépôt', rows: [...arrival(facts), ...confirmation(returns[0])] },
    ...papers('Documents reçus', 'there', deposited.map(handedOver)),
    ...papers(
      'Restent à fournir',
      'toBring',
      expected.map((piece) => toBring(piece, returnDeadline)),
    ),
    {
      kind: 'paragraphs',
      texts: [
        ...(expected.length === 0 ? ['Aucune pièce ne manque à ce jour.'] : []),
        'Ce récépissé atteste du dépôt. Il ne préjuge pas du contrôle des pièces ni des conditions d’inscription.',
      ],
    },
  ];
}

function arrival({ returns, pieces, campaign, today, returnDeadline }: LetterFacts): FactRow[] {
  const [last] = returns;
  const deadline = last?.deadline ?? returnDeadline;
  return [
    {
      label: 'Reçu le',
      value: frenchLocal(last?.receivedOn ?? lastDeposit(pieces, campaign.timeZone) ?? today),
    },
    { label: 'Remis', value: WAYS[last?.modality ?? 'counter'] },
    ...(last?.postmarkedOn ? [{ label: 'Cachet de la poste', value: frenchLocal(last.postmarkedOn) }] : []),
    ...(deadline ? [{ label: 'Date limite de retour', value: frenchLocal(deadline) }] : []),
  ];
}

type FactRow = { label: string; value: string };

function confirmation(last: StoredReturn | undefined): FactRow[] {
  if (!last) return [];
  const marks = [
    last.dated ? 'datée' : 'non datée',
    last.signed ? 'signée' : 'non signée',
    last.verdict === 'late' ? 'après la date limite' : '',
  ];
  return [
    {
      label: 'Confirmation d’inscription',
      value: `version ${formatVersion(last.version)}, ${marks.filter(Boolean).join(', ')}`,
    },
  ];
}

function lastDeposit(pieces: LetterFacts['pieces'], timeZone: string): string | undefined {
  const times = depositedPieces(pieces).flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  return times.length === 0 ? undefined : localDate(Math.max(...times), timeZone);
}

function papers(
  title: string,
  mark: 'there' | 'toBring',
  rows: { what: string; why: string }[],
): LetterPart[] {
  return rows.length === 0 ? [] : [{ kind: 'papers', title, mark, rows }];
}
