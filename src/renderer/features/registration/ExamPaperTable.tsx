import type { ExamPaperState } from '#shared/contract/registrations.ts';
import { showTypedNumber } from '../../fields/typed-number.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const STATES: Record<ExamPaperState['state'], { label: string; tone: Tone }> = {
  toSit: { label: 'À passer', tone: 'info' },
  exempt: { label: 'Dispense', tone: 'good' },
  kept: { label: 'Bénéfice de note', tone: 'good' },
  carried: { label: 'Report de note', tone: 'warning' },
};

const COLUMNS: TableColumn<ExamPaperState>[] = [
  { id: 'code', title: 'Code', isCompact: true, render: (paper) => paper.code },
  {
    id: 'label',
    title: 'Épreuve',
    render: (paper) => (
      <>
        {paper.label}
        {paper.language !== undefined && <strong> — {paper.language}</strong>}
        {paper.choice !== undefined && <strong> — {paper.choice}</strong>}
        {paper.optional && <span className="quiet"> (facultative)</span>}
      </>
    ),
  },
  {
    id: 'weight',
    title: 'Coef.',
    isCompact: true,
    render: (paper) => (paper.weight === undefined ? '' : showTypedNumber(paper.weight)),
  },
  {
    id: 'state',
    title: 'État',
    isCompact: true,
    render: (paper) => <Badge tone={STATES[paper.state].tone}>{STATES[paper.state].label}</Badge>,
  },
  {
    id: 'mark',
    title: 'Note',
    isCompact: true,
    render: (paper) => (paper.mark === undefined ? '' : `${showTypedNumber(paper.mark)}/20`),
  },
];

/** What the candidate will sit, and what achievements spare. */
export function ExamPaperTable({
  examPapers,
  isKnown,
}: {
  examPapers: readonly ExamPaperState[];
  isKnown: boolean;
}) {
  return (
    <div className="table-scroll">
      <DataTable
        label="Épreuves"
        columns={COLUMNS}
        items={examPapers}
        keyOf={(paper) => paper.code}
        empty={
          <EmptyState
            title={
              isKnown
                ? 'Aucune épreuve.'
                : 'La liste des épreuves de cette spécialité n’est pas chargée dans ce poste.'
            }
          />
        }
      />
    </div>
  );
}
