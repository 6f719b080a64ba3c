import type { SyncSummary } from '#shared/contract/sync.ts';
import { counted } from '#shared/sentences/counted.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What one run did. A refusal is never a success, whatever else went through. */
export function SyncSummaryNotice({ summary }: { summary: SyncSummary }) {
  const lines = [
    `${counted(summary.opsSent, 'opération envoyée')} : ${counted(summary.opsAccepted, 'acceptée')}, ${counted(summary.opsDuplicate, 'déjà reçue', 'déjà reçues')}, ${counted(summary.opsRefused, 'refusée')}.`,
    receivedWords(summary),
    `${counted(summary.scansSent, 'numérisation envoyée')}, ${summary.scansAlreadyThere} déjà au centre.`,
    `Reste à envoyer : ${counted(summary.opsPending, 'opération')} et ${counted(summary.scansPending, 'numérisation')}.`,
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
      ? ` ${counted(filesUnreadable, 'dossier demande', 'dossiers demandent')} une version plus récente du programme.`
      : '';
  return `${counted(filesRenewed, 'dossier mis', 'dossiers mis')} à jour d’après les autres guichets.${unread}`;
}
