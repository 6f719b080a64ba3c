import { MODALITIES } from '../contract/campaign.ts';
import { LETTER_KINDS } from '../contract/letters.ts';
import { RETURN_VERDICTS } from '../contract/mail.ts';
import { PIECE_STATES, SEEN_PIECES, type FileEvent } from '../contract/registrations.ts';
import { SEEN_PIECE_LABELS } from '../fields/stringify.ts';
import { MODALITY_LABELS, PIECE_STATE_LABELS, VERDICT_LABELS } from './file-sentences.ts';
import { frenchLocal } from './french-dates.ts';
import { LETTER_LABELS } from './letter-sentences.ts';

type Detail = Readonly<Record<string, string>>;

const SENTENCES: Record<FileEvent['kind'], (detail: Detail) => string> = {
  overridden: ({ code, approvedBy }) =>
    `Règle levée (${code ?? ''})${approvedBy ? `, avec l’accord de ${approvedBy}` : ''}`,
  identityCorrected: ({ version, pieceSeen }) =>
    `Identité corrigée, pièce vue : ${wordOf(SEEN_PIECES, SEEN_PIECE_LABELS, pieceSeen).toLowerCase()}${inVersion(version)}`,
  corrected: ({ version }) => `Correction par un agent habilité${inVersion(version)}`,
  withdrawn: () => 'Désinscrite',
  cancelled: () => 'Annulée',
  excluded: () => 'Écartée',
  locked: () => 'Pièces verrouillées',
  unlocked: () => 'Pièces déverrouillées',
  pieceSet: ({ piece, state }) =>
    `${piece ?? 'Pièce'} : ${wordOf(PIECE_STATES, PIECE_STATE_LABELS, state).toLowerCase()}`,
  returnRecorded: returnSentence,
  returnAdmitted: () => 'Retour tardif admis',
  letterIssued: ({ kind }) => `Courrier établi : ${wordOf(LETTER_KINDS, LETTER_LABELS, kind).toLowerCase()}`,
  slipIssued: ({ slipNumber, portfolio }) =>
    `Bordereau ${slipNumber ?? ''}${portfolio ? ` : ${portfolio}` : ''}`,
  noticeHanded: ({ title }) => `${title ?? 'Notice'} : remise au candidat`,
  held: () => 'Conservé pour un litige',
  released: () => 'Conservation pour litige levée',
  conflictDecided: ({ station }) =>
    `Désaccord entre guichets tranché (proposition de ${station ?? 'un autre guichet'})`,
  accessGiven: () => 'Données remises à la personne (droit d’accès)',
};

/** One line of the history of a file, its reason last. */
export function eventSentence({ kind, detail }: FileEvent): string {
  const { reason } = detail;
  return `${SENTENCES[kind](detail)}${reason ? ` — motif : ${reason}` : ''}`;
}

function returnSentence({ version, modality, receivedOn, postmarkedOn, verdict }: Detail): string {
  const how = wordOf(MODALITIES, MODALITY_LABELS, modality).toLowerCase();
  const postmark = postmarkedOn ? `, cachet du ${frenchLocal(postmarkedOn)}` : '';
  const received = receivedOn ? `, reçue le ${frenchLocal(receivedOn)}` : '';
  const judged = wordOf(RETURN_VERDICTS, VERDICT_LABELS, verdict).toLowerCase();
  return `Confirmation rendue (version ${version ?? ''}), ${how}${received}${postmark} : ${judged}`;
}

function inVersion(version: string | undefined): string {
  return version ? ` (version ${version})` : '';
}

/** A detail written by another version of the program may hold a word that this one does not know: it is shown as it is. */
function wordOf<Word extends string>(
  words: readonly Word[],
  labels: Record<Word, string>,
  written: string | undefined,
): string {
  const word = words.find((one) => one === written);
  return word ? labels[word] : (written ?? '');
}
