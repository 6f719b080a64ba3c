import { useState } from 'react';
import type { QueueItem } from '#shared/contract/sync.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { verdictSentence } from '#shared/sentences/verdict-sentences.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Section } from '../../ui/Section.tsx';
import { DismissButton } from './DismissButton.tsx';

type State = QueueItem['state'];

const STATES: Record<State, { label: string; tone: Tone }> = {
  pending: { label: 'En attente', tone: 'neutral' },
  acknowledged: { label: 'Reçue', tone: 'good' },
  refused: { label: 'Refusée', tone: 'danger' },
};

const KINDS: Record<string, string> = {
  create: 'Inscription',
  amend: 'Modification',
  cancel: 'Annulation',
  attach: 'Retour numérisé',
  resolve: 'Arbitrage',
};

const ALL = 'all';
const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

const COLUMNS: TableColumn<QueueItem>[] = [
  {
    id: 'number',
    title: 'N° inscription',
    isCompact: true,
    render: (item) => groupRegistrationNumber(item.registrationNumber),
  },
  { id: 'seq', title: 'Rang', isCompact: true, render: (item) => item.stationSeq },
  { id: 'kind', title: 'Opération', isCompact: true, render: (item) => KINDS[item.kind] ?? item.kind },
  { id: 'when', title: 'Saisie le', isCompact: true, render: (item) => MOMENT.format(item.capturedAtMs) },
  {
    id: 'state',
    title: 'État',
    isCompact: true,
    render: (item) => <Badge tone={STATES[item.state].tone}>{STATES[item.state].label}</Badge>,
  },
  {
    id: 'reason',
    title: 'Raison',
    render: (item) => (item.reason === null ? '' : verdictSentence(item.reason)),
  },
  { id: 'act', title: 'Suite', render: (item) => <DismissButton item={item} /> },
];

/** Operation by operation, newest first. Enter opens the file it is about. */
export function SendingQueue() {
  const [state, setState] = useState<State | typeof ALL>(ALL);
  const queue = useCommandQuery('sync.queue', state === ALL ? {} : { state }, { keepPrevious: true });
  return (
    <Section title="Opérations">
      <RadioGroup
        label="Montrer"
        options={[
          { value: ALL, label: 'Toutes' },
          ...Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
        ]}
        value={state}
        onChange={(value) => setState(value as State | typeof ALL)}
      />
      <Loaded query={queue}>
        {(items) => (
          <div className="table-scroll">
            <DataTable
              label="Opérations"
              firstRows={40}
              columns={COLUMNS}
              items={items}
              keyOf={(item) => item.opId}
              onOpen={(item) => navigate({ screen: 'dossier', number: item.registrationNumber })}
              empty={<EmptyState title="Aucune opération." />}
            />
          </div>
        )}
      </Loaded>
    </Section>
  );
}
