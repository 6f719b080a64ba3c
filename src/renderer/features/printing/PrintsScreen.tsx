import { useState } from 'react';
import type { Print } from '#shared/contract/printing.ts';
import { PRINT_STATE_LABELS, printTrouble } from '#shared/sentences/print-words.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { formatRoute } from '../../host/route.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AgainDialog } from './AgainDialog.tsx';
import { PrintActs } from './PrintActs.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

const TONES: Record<Print['state'], Tone> = {
  sending: 'info',
  waiting: 'info',
  printing: 'info',
  blocked: 'warning',
  printed: 'good',
  cancelled: 'neutral',
  failed: 'danger',
  unknown: 'warning',
};

const columns = (onAgain: (print: Print) => void): readonly TableColumn<Print>[] => [
  { id: 'title', title: 'Document', render: (print) => <PrintTitle print={print} /> },
  {
    id: 'state',
    title: 'État',
    render: (print) => (
      <>
        <Badge tone={TONES[print.state]}>{PRINT_STATE_LABELS[print.state]}</Badge>
        <span className="quiet"> {printTrouble(print)}</span>
      </>
    ),
  },
  { id: 'printer', title: 'Imprimante', isCompact: true, render: ({ printer }) => printer ?? '—' },
  {
    id: 'sent',
    title: 'Envoyée',
    isCompact: true,
    render: ({ sentAtMs, sentBy }) => `${MOMENT.format(sentAtMs)}, ${sentBy}`,
  },
  {
    id: 'acts',
    title: 'Que faire',
    isCompact: true,
    render: (print) => <PrintActs print={print} onAgain={onAgain} />,
  },
];

/** What was sent to a printer this week, how it ended, and what can be done about what went wrong. */
export function PrintsScreen() {
  const prints = useCommandQuery('prints.list', {});
  const [again, setAgain] = useState<Print>();
  return (
    <div className="page">
      <PageHeader
        title="Impressions"
        subtitle="Les sept derniers jours. Entrée réimprime le document archivé, tel qu’il était, ici ou sur une autre imprimante."
      />
      <Loaded query={prints}>
        {(found) => (
          <DataTable
            label="Impressions"
            columns={columns(setAgain)}
            items={found}
            firstRows={40}
            keyOf={({ id }) => id}
            onOpen={(print) => setAgain(print.isKept ? print : undefined)}
            empty={<EmptyState title="Rien n’a été imprimé ces sept derniers jours." />}
          />
        )}
      </Loaded>
      <AgainDialog print={again} onClose={() => setAgain(undefined)} />
    </div>
  );
}

function PrintTitle({ print: { title, registrationNumber } }: { print: Print }) {
  if (registrationNumber === null) return title;
  return (
    <a href={formatRoute({ screen: 'dossier', number: registrationNumber })}>
      {title.replace(registrationNumber, groupRegistrationNumber(registrationNumber))}
    </a>
  );
}
