import type { ReactNode } from 'react';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useStation } from '../station/index.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

/** What waits elsewhere than in drafts, and how the station is. */
export function StationState() {
  const { station } = useStation();
  const sync = useCommandQuery('sync.status', {});
  const returns = useCommandQuery('returns.stacks', {});
  return (
    <Section title="Poste">
      <dl className="facts facts-stacked">
        <Fact term="Retours à traiter">
          <Loaded query={returns}>
            {(stacks) => (
              <Button variant="link" onPress={() => navigate({ screen: 'returns' })}>
                {countWords(
                  stacks.reduce((sum, { waiting, asked }) => sum + waiting + asked, 0),
                  'page',
                  'pages',
                )}
              </Button>
            )}
          </Loaded>
        </Fact>
        <Loaded query={sync}>
          {(status) => (
            <>
              <Fact term="À envoyer au centre">
                <Button variant="link" onPress={() => navigate({ screen: 'sync' })}>
                  {countWords(status.opsPending, 'opération', 'opérations')}
                </Button>
              </Fact>
              {status.opsRefused > 0 && (
                <Fact term="Refusées par le centre">{String(status.opsRefused)}</Fact>
              )}
              <Fact term="Serveur central">{status.serverUrl ?? 'pas encore rattaché'}</Fact>
              <Fact term="Dernier envoi">
                {status.lastSuccessMs === null ? 'aucun' : MOMENT.format(status.lastSuccessMs)}
              </Fact>
            </>
          )}
        </Loaded>
        <Fact term="Numéros du poste">{station?.block ?? '—'}</Fact>
      </dl>
    </Section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="answer">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function countWords(count: number, one: string, many: string): string {
  if (count === 0) return 'rien';
  return `${count} ${count === 1 ? one : many}`;
}
