import type { CampaignSummary } from '#shared/contract/campaigns.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Badge } from '../../ui/Badge.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { windowBadge, windowSentence } from './window-words.ts';

const COLUMNS: TableColumn<CampaignSummary>[] = [
  {
    id: 'title',
    title: 'Campagne',
    render: (campaign) => (
      <>
        <strong>{campaign.title}</strong>
        <br />
        <span className="quiet">
          {campaign.academyName} · {campaign.origin === 'shipped' ? 'livrée avec le programme' : 'importée'}
          {campaign.training && ' · base école seulement'}
        </span>
      </>
    ),
  },
  { id: 'session', title: 'Session', isCompact: true, render: (campaign) => campaign.session ?? 'non datée' },
  {
    id: 'exams',
    title: 'Examens',
    render: (campaign) => (
      <ul className="plain-list">
        {campaign.exams.map(({ exam, window }) => (
          <li key={exam}>
            <Badge tone={windowBadge(window).tone}>{windowBadge(window).label}</Badge>{' '}
            <strong>{EXAM_SHORT_LABELS[exam]}</strong> <span className="quiet">{windowSentence(window)}</span>
          </li>
        ))}
      </ul>
    ),
  },
];

export function CampaignList() {
  const campaigns = useCommandQuery('campaigns.list', {});
  return (
    <Section title="Campagnes de ce poste">
      <Loaded query={campaigns}>
        {(list) => (
          <DataTable
            label="Campagnes"
            columns={COLUMNS}
            items={list}
            keyOf={(campaign) => campaign.id}
            onOpen={(campaign) => navigate({ screen: 'campaigns', id: campaign.id })}
            empty={<EmptyState title="Aucune campagne : importez le fichier donné par le rectorat." />}
          />
        )}
      </Loaded>
    </Section>
  );
}
