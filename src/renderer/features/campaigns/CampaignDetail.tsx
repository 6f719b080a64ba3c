import type { Campaign } from '#shared/contract/campaign.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { returnDeadline } from '#shared/rules/campaign-windows.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { CampaignHistory } from './CampaignHistory.tsx';
import { CampaignPortfolios } from './CampaignPortfolios.tsx';
import { CampaignRules } from './CampaignRules.tsx';
import { CampaignTexts } from './CampaignTexts.tsx';

type Window = Campaign['windows'][number];

const COLUMNS: TableColumn<Window>[] = [
  {
    id: 'exams',
    title: 'Examens',
    render: ({ exams }) => <strong>{exams.map((exam) => EXAM_SHORT_LABELS[exam]).join(', ')}</strong>,
  },
  { id: 'opens', title: 'Ouverture', render: ({ opensAt }) => frenchLocal(opensAt) },
  {
    id: 'closes',
    title: 'Clôture',
    render: ({ closesAt }) => (closesAt === null ? 'non fixée' : frenchLocal(closesAt)),
  },
  { id: 'return', title: 'Retour de la confirmation', render: returnWords },
];

export function CampaignDetail({ id }: { id: string }) {
  const campaign = useCommandQuery('campaigns.get', { id });
  return (
    <div className="page">
      <Loaded query={campaign}>
        {(found) => (
          <>
            <PageHeader
              title={found.title}
              subtitle={`Source : ${found.source}`}
              actions={
                <Button keys="Alt+ArrowLeft" onPress={() => navigate({ screen: 'campaigns' })}>
                  Toutes les campagnes
                </Button>
              }
            />
            <Section
              title="Périodes d’inscription"
              aside={<span className="quiet">Heure locale ({found.timeZone})</span>}
            >
              <DataTable
                label="Périodes"
                columns={COLUMNS}
                items={found.windows}
                keyOf={(window) => `${window.exams.join()}${window.opensAt}`}
                empty={<EmptyState title="Cette campagne ne fixe aucune période : rien n’y est ouvert." />}
              />
            </Section>
            <div className="columns">
              <CampaignRules campaign={found} />
              <CampaignTexts campaign={found} />
            </div>
            <CampaignPortfolios portfolios={found.portfolios} />
            <CampaignHistory id={id} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function returnWords(window: Window): string {
  const { opensAt, deadline } = window.confirmationReturn;
  const begin = opensAt === undefined ? '' : `du ${frenchLocal(opensAt)} `;
  const last = returnDeadline(window);
  if (last !== undefined) return `${begin}jusqu’au ${frenchLocal(last)}`;
  return deadline.kind === 'afterClosing' ? `${begin}${deadline.days} jours après la clôture` : begin;
}
