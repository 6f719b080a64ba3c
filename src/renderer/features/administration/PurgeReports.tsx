import type { PurgeReport } from '#shared/contract/privacy.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

const COLUMNS: TableColumn<PurgeReport>[] = [
  { id: 'when', title: 'Le', isCompact: true, render: ({ startedAtMs }) => MOMENT.format(startedAtMs) },
  { id: 'agent', title: 'Par', render: ({ agent }) => agent },
  {
    id: 'visa',
    title: 'Visa',
    render: ({ visaReference, visaOn }) => `${visaReference} du ${frenchDate(visaOn)}`,
  },
  { id: 'sessions', title: 'Sessions', render: ({ counts }) => Object.keys(counts.sessions).join(', ') },
  { id: 'files', title: 'Dossiers', isCompact: true, render: ({ counts }) => counts.registrations },
  { id: 'documents', title: 'Documents', isCompact: true, render: ({ counts }) => counts.documents },
  {
    id: 'abandoned',
    title: 'Brouillons et pages sans dossier',
    isCompact: true,
    render: ({ counts }) => counts.abandoned,
  },
  {
    id: 'end',
    title: 'Fin',
    render: ({ endedAtMs }) => (endedAtMs === null ? 'interrompue' : MOMENT.format(endedAtMs)),
  },
];

/** "Procès-verbaux": kept for ever, since they name nobody who was in the files. */
export function PurgeReports() {
  const reports = useCommandQuery('retention.reports', {});
  return (
    <Section title="Procès-verbaux d’élimination">
      <Loaded query={reports}>
        {(list) => (
          <DataTable
            label="Procès-verbaux d’élimination"
            columns={COLUMNS}
            items={list}
            keyOf={({ id }) => id}
            empty={<EmptyState title="Aucune élimination." />}
          />
        )}
      </Loaded>
    </Section>
  );
}
