import type { Campaign, Portfolio } from '#shared/contract/campaign.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { SUBJECT_LABELS } from '#shared/rules/campaign-words.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';

const COLUMNS: TableColumn<Portfolio>[] = [
  { id: 'title', title: 'Portefeuille', render: ({ title }) => <strong>{title}</strong> },
  { id: 'owns', title: 'Dossiers', render: ownedWords },
  {
    id: 'contact',
    title: 'Contact',
    render: ({ phone, email }) => [phone, email].filter(Boolean).join(' · ') || '—',
  },
];

/** Whose desk a file goes to, as the campaign says it. */
export function CampaignPortfolios({ portfolios }: Pick<Campaign, 'portfolios'>) {
  if (portfolios.length === 0) return null;
  return (
    <Section title="Portefeuilles des gestionnaires">
      <div className="table-scroll">
        <DataTable
          label="Portefeuilles"
          columns={COLUMNS}
          items={portfolios}
          keyOf={({ id }) => id}
          empty={<EmptyState title="Aucun portefeuille." />}
        />
      </div>
    </Section>
  );
}

function ownedWords(portfolio: Portfolio): string {
  const named = (words: string, values: readonly string[]) =>
    values.length === 0 ? '' : `${words} ${values.join(', ')}`;
  return [
    portfolio.transversal ? 'transversal' : '',
    portfolio.exams.map((exam) => EXAM_SHORT_LABELS[exam]).join(', '),
    named('groupes', portfolio.groups),
    named('spécialités', portfolio.specialtyCodes),
    named('sauf', portfolio.exceptSpecialtyCodes),
    portfolio.subjects.map((subject) => SUBJECT_LABELS[subject]).join(', '),
  ]
    .filter((part) => part !== '')
    .join(' ; ');
}
