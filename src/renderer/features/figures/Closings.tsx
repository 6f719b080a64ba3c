import type { Figures } from '#shared/contract/figures.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { daysLeftWords } from '../home/index.ts';

type Closing = Figures['closings'][number];

/** Days before a closing from which the queue grows (S0-05). */
const NEAR_DAYS = 7;

const COLUMNS: TableColumn<Closing>[] = [
  {
    id: 'exam',
    title: 'Examen et campagne',
    render: ({ exam, campaignTitle }) => (
      <>
        <strong>{EXAM_SHORT_LABELS[exam]}</strong> <span className="quiet">{campaignTitle}</span>
      </>
    ),
  },
  {
    id: 'left',
    title: 'Reste',
    isCompact: true,
    render: ({ daysLeft }) => <Badge tone={toneOf(daysLeft)}>{daysLeftWords(daysLeft)}</Badge>,
  },
  { id: 'closing', title: 'Clôture (heure locale)', render: ({ closesAt }) => frenchLocal(closesAt) },
];

/** What closes, soonest first. */
export function Closings({ closings }: { closings: readonly Closing[] }) {
  return (
    <Section title="Clôtures à venir">
      <DataTable
        label="Clôtures à venir"
        columns={COLUMNS}
        items={closings}
        keyOf={({ campaignId, exam }) => `${campaignId}/${exam}`}
        empty={<EmptyState title="Rien n’est ouvert." />}
      />
    </Section>
  );
}

function toneOf(daysLeft: number): Tone {
  if (daysLeft === 0) return 'danger';
  return daysLeft <= NEAR_DAYS ? 'warning' : 'neutral';
}
