import type { SyncSummary } from '#shared/contract/sync.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What one run did. A refusal is never a success, whatever else went through. */
export function SyncSummaryNotice({ summary }: { summary: SyncSummary }) {
  const lines = [
    `${summary.opsSent} opération(s) envoyée(s) : ${summary.opsAccepted} acceptée(s), ${summary.opsDuplicate} déjà reçue(s), ${summary.opsRefused} refusée(s).`,
    receivedWords(summary),
    `${summary.scansSent} numérisation(s) envoyée(s), ${summary.scansAlreadyThere} déjà au centre.`,
    `Il reste ${summary.opsPending} opération(s) et ${summary.scansPending} numérisation(s) à envoyer.`,
  ];
  return (
    <Notice
      tone={summary.opsRefused > 0 ? 'warning' : 'good'}
      title={summary.opsRefused > 0 ? 'Envoi terminé, avec des refus.' : 'Envoi terminé.'}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

function receivedWords({ filesRenewed, filesUnreadable }: SyncSummary): string {
  const unread =
    filesUnreadable > 0
      ? ` ${filesUnreadable} dossier(s) demandent une version plus récente du programme.`
      : '';
  return `${filesRenewed} dossier(s) mis à jour d’après les autres guichets.${unread}`;
}
