import { counted } from './counted.ts';
import type { Batch } from '../contract/batches.ts';
import type { Verdict } from '../protocol/verdict.ts';

/** What the centre did with one operation of a batch, in the report of an import. */
const VERDICTS: Record<Verdict, string> = {
  accepted: 'reçue',
  duplicate: 'déjà reçue',
  merged: 'reçue, réunie à une autre',
  held_missing_parent: 'gardée, en attente d’une autre',
  conflict: 'en conflit',
  rejected: 'refusée',
  quarantined: 'mise à part',
  id_reuse: 'mise à part',
};

export function verdictWord(verdict: Verdict): string {
  return VERDICTS[verdict];
}

/** Where a batch stands, and what is to be done. */
export function batchSentence({ state, volumes, opsWaiting, scansWaiting }: Batch): string {
  if (state === 'settled') return 'Soldé : chaque envoi a sa réponse.';
  const written = volumes.filter(({ file }) => file !== null).length;
  if (state === 'sealed')
    return written === 0
      ? 'Scellé, pas encore écrit sur une clé.'
      : `Écrit en partie : ${counted(written, 'volume')} sur ${volumes.length}.`;
  const waiting = `${counted(opsWaiting, 'opération')} et ${counted(scansWaiting, 'numérisation')} sans réponse`;
  const isThere = volumes.every(({ codeSeenAtMs }) => codeSeenAtMs !== null);
  return isThere
    ? `Arrivé au centre (reçu imprimé) ; ${waiting} : lisez le fichier de reçu, ou faites un envoi.`
    : `Écrit sur une clé ; ${waiting}.`;
}
