import type { SyncStatus } from '#shared/contract/sync.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

export function SyncFigures({ status }: { status: SyncStatus }) {
  const facts: [string, string | number][] = [
    ['Opérations à envoyer', status.opsPending],
    ['Reçues par le centre', status.opsAcknowledged],
    ['Refusées', status.opsRefused],
    ['Numérisations à envoyer', status.scansPending],
    ['Numérisations reçues', status.scansAcknowledged],
    ['Dernier envoi réussi', status.lastSuccessMs === null ? 'aucun' : MOMENT.format(status.lastSuccessMs)],
    ['Serveur', status.serverUrl ?? 'pas encore rattaché'],
  ];
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term} className="answer">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {status.lastError !== null && (
        <div className="answer">
          <dt>Dernier échec</dt>
          <dd>{status.lastError}</dd>
        </div>
      )}
    </dl>
  );
}
