import type { SyncStatus } from '#shared/contract/sync.ts';
import { ERROR_CODES } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

/** The code of a newer program is shown as it is. */
function inWords(lastError: string): string {
  const code = ERROR_CODES.find((known) => known === lastError);
  return code ? errorSentence({ code }) : lastError;
}

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
          <dd>{inWords(status.lastError)}</dd>
        </div>
      )}
    </dl>
  );
}
