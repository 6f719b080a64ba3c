import type { FileEvent } from '#shared/contract/registrations.ts';
import { SCAFFOLDING_CERTIFICATE } from '#shared/rules/pieces.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import type { LetterPart } from '#main/documents/letter/index.ts';
import type { LetterFacts } from './letter-facts.ts';

/** Annulée: no signed confirmation, or no pieces, by the date (S0-23, S1-10, S2-07). */
export function cancellationParts(facts: LetterFacts): LetterPart[] {
  const { texts } = facts.campaign;
  return [
    {
      kind: 'paragraphs',
      texts: [
        'Votre candidature citée en objet est annulée : aucune convocation aux épreuves de cet examen ne vous sera adressée.',
      ],
    },
    decision(facts, 'cancelled', facts.returnDeadline),
    { kind: 'paragraphs', title: 'Règle appliquée', texts: [texts.returnBy, texts.noReturn] },
    ...appeal(facts),
  ];
}

/** Écartée: R.408 missing at its date (S1-08). */
export function exclusionParts(facts: LetterFacts): LetterPart[] {
  const { campaign, pieces } = facts;
  const due =
    pieces.find(({ id }) => id === SCAFFOLDING_CERTIFICATE)?.dueOn ?? campaign.r408DueOn ?? undefined;
  const until = due === undefined ? 'à la date fixée' : `au plus tard le ${frenchLocal(due)}`;
  return [
    {
      kind: 'paragraphs',
      texts: [
        'Votre candidature citée en objet est écartée : vous ne pourrez pas vous présenter à l’examen.',
      ],
    },
    decision(facts, 'excluded', due),
    {
      kind: 'paragraphs',
      title: 'Règle appliquée',
      texts: [
        `Pour cette spécialité, l’attestation de suivi de formation au travail en hauteur sur échafaudage de pied (R. 408) devait être fournie ${until}. Sans elle, la candidature est écartée.`,
      ],
    },
    ...appeal(facts),
  ];
}

/** Désinscrit at his own request: what he may show, and what it means (S4-24, S4-27). */
export function withdrawalParts(facts: LetterFacts): LetterPart[] {
  const { identification } = facts.registration.answers;
  const { birthName, givenNames, civility } = identification;
  const who = `${civility === 'mr' ? 'M.' : 'Mme'} ${birthName} ${givenNames}`;
  return [
    {
      kind: 'paragraphs',
      texts: [
        `Le service des examens atteste que la candidature de ${who} citée en objet a été retirée à sa demande.`,
      ],
    },
    decision(facts, 'withdrawn', undefined),
    {
      kind: 'paragraphs',
      title: 'À savoir',
      texts: [
        'Une candidature désinscrite ne peut pas être réactivée. Pour se présenter à l’examen, il faut procéder à une nouvelle inscription, tant que les inscriptions sont ouvertes.',
      ],
    },
  ];
}

function decision(
  { registration, events, campaign, today }: LetterFacts,
  end: Extract<FileEvent['kind'], 'cancelled' | 'excluded' | 'withdrawn'>,
  due: string | undefined,
): LetterPart {
  const event = events.findLast(({ kind }) => kind === end);
  const on = event ? localDate(event.atMs, campaign.timeZone) : today;
  return {
    kind: 'facts',
    title: end === 'withdrawn' ? 'Désinscription' : 'Décision',
    rows: [
      { label: end === 'withdrawn' ? 'Enregistrée le' : 'Prise le', value: frenchLocal(on) },
      ...(due === undefined ? [] : [{ label: 'Date limite', value: frenchLocal(due) }]),
      { label: 'Motif', value: registration.statusReason ?? 'non précisé' },
    ],
  };
}

/** Ways of appeal are the académie's own words: the program gives none of itself. */
function appeal({ campaign }: LetterFacts): LetterPart[] {
  return campaign.texts.appeal === undefined
    ? []
    : [{ kind: 'paragraphs', title: 'Voies de recours', texts: [campaign.texts.appeal] }];
}
