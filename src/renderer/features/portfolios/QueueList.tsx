import type { CommandOutput } from '#shared/contract/index.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Badge } from '../../ui/Badge.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';

type Queue = CommandOutput<'portfolios.list'>[number]['queues'][number];

const COLUMNS: TableColumn<Queue>[] = [
  {
    id: 'desk',
    title: 'Portefeuille',
    render: ({ desk }) => (
      <>
        <strong>{desk.title}</strong>
        {(desk.phone ?? desk.email) !== null && (
          <>
            <br />
            <span className="quiet">{[desk.phone, desk.email].filter(Boolean).join(' · ')}</span>
          </>
        )}
      </>
    ),
  },
  {
    id: 'ready',
    title: 'Prêts',
    isCompact: true,
    render: ({ counts }) =>
      counts.ready === 0 ? '0' : <Badge tone="info">{`${counts.ready} à transmettre`}</Badge>,
  },
  {
    id: 'awaiting',
    title: 'Confirmation attendue',
    isCompact: true,
    render: ({ counts }) => counts.awaiting,
  },
  { id: 'transmitted', title: 'Transmis', isCompact: true, render: ({ counts }) => counts.transmitted },
];

export function QueueList() {
  const campaigns = useCommandQuery('portfolios.list', {});
  return (
    <Loaded query={campaigns}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState title="Aucune inscription sur ce poste : rien à transmettre." />
        ) : (
          list.map(({ campaignId, campaignTitle, queues }) => (
            <Section key={campaignId} title={campaignTitle}>
              <DataTable
                label={`Portefeuilles, ${campaignTitle}`}
                columns={COLUMNS}
                items={queues}
                keyOf={({ desk }) => desk.id}
                onOpen={({ desk }) => navigate({ screen: 'portfolios', campaignId, portfolioId: desk.id })}
                empty={<EmptyState title="Cette campagne n’a pas de dossier à transmettre." />}
              />
            </Section>
          ))
        )
      }
    </Loaded>
  );
}
