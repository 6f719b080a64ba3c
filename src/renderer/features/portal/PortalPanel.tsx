import type { PortalRequestStatus } from '#shared/contract/portal.ts';
import { portalSentence } from '#shared/sentences/portal-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

/** The candidate's account on the portal: asked for here, opened at the centre, activated by the candidate alone. */
export function PortalPanel({ number, email }: { number: string; email: string }) {
  const requests = useCommandQuery('portal.requests', { number });
  const request = useCommand('portal.request');
  const say = useSay();
  const ask = () => request.mutate({ number }, { onSuccess: (status) => say(portalSentence(status)) });
  return (
    <Section title="Compte du portail">
      <div className="step-body">
        <p>
          À la demande du candidat, un compte lui est ouvert à l’adresse <strong>{email}</strong>. Il reçoit
          un message, choisit lui-même son mot de passe sous 48 heures, et peut alors lire les dernières
          versions de son dossier. Personne au guichet ne voit ce mot de passe.
        </p>
        {request.error && <ErrorNotice error={request.error} />}
        <div className="actions">
          <Button onPress={ask} isPending={request.isPending}>
            Ouvrir un compte
          </Button>
        </div>
        <Loaded query={requests}>
          {(found) =>
            found.length === 0 ? (
              <EmptyState title="Aucun compte n’a été demandé pour ce dossier." />
            ) : (
              <ul>{found.map(describe)}</ul>
            )
          }
        </Loaded>
      </div>
    </Section>
  );
}

function describe(status: PortalRequestStatus) {
  return (
    <li key={status.askedAtMs}>
      {portalSentence(status)}{' '}
      <span className="quiet">
        Demandé le {MOMENT.format(status.askedAtMs)} par {status.agent}.
      </span>
    </li>
  );
}
