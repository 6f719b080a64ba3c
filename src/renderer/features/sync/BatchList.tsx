import type { Batch } from '#shared/contract/batches.ts';
import { batchSentence } from '#shared/sentences/batch-sentences.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const STATES: Record<Batch['state'], { label: string; tone: Tone }> = {
  sealed: { label: 'À écrire', tone: 'warning' },
  exported: { label: 'Sur clé', tone: 'neutral' },
  settled: { label: 'Soldé', tone: 'good' },
};

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

interface BatchListProps {
  batches: readonly Batch[];
  /** A folder is chosen and nothing is being written. */
  canWrite: boolean;
  onWrite(batchId: string): void;
}

/** The batches of this station: where each stands in words, and what can be done about it. */
export function BatchList({ batches, canWrite, onWrite }: BatchListProps) {
  const columns: TableColumn<Batch>[] = [
    { id: 'id', title: 'Lot', isCompact: true, render: ({ batchId }) => batchId.slice(0, 8) },
    { id: 'sealed', title: 'Scellé le', isCompact: true, render: (batch) => MOMENT.format(batch.sealedAtMs) },
    { id: 'content', title: 'Contenu', isCompact: true, render: contentOf },
    {
      id: 'state',
      title: 'État',
      isCompact: true,
      render: ({ state }) => <Badge tone={STATES[state].tone}>{STATES[state].label}</Badge>,
    },
    { id: 'words', title: 'Où il en est', render: batchSentence },
    {
      id: 'act',
      title: 'Que faire',
      isCompact: true,
      render: ({ batchId, state }) =>
        state !== 'settled' && (
          <Button isDisabled={!canWrite} onPress={() => onWrite(batchId)}>
            {state === 'sealed' ? 'Écrire' : 'Écrire de nouveau'}
          </Button>
        ),
    },
  ];
  return (
    <div className="table-scroll">
      <DataTable
        label="Lots"
        columns={columns}
        items={batches}
        keyOf={({ batchId }) => batchId}
        empty={<EmptyState title="Aucun lot n’a encore été fait." />}
      />
    </div>
  );
}

function contentOf({ volumes }: Batch): string {
  const sum = (count: (volume: Batch['volumes'][number]) => number) =>
    volumes.reduce((total, volume) => total + count(volume), 0);
  const parts = [`${sum(({ ops }) => ops)} op.`, `${sum(({ scans }) => scans)} num.`];
  if (volumes.length > 1) parts.push(`${volumes.length} volumes`);
  return parts.join(', ');
}
