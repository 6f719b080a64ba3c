import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueueDetail } from './QueueDetail.tsx';
import { QueueList } from './QueueList.tsx';
import { SlipList } from './SlipList.tsx';

interface PortfoliosScreenProps {
  campaignId: string | undefined;
  portfolioId: string | undefined;
}

/** Signed files that wait to go to a case manager; one queue in full when it is chosen. */
export function PortfoliosScreen({ campaignId, portfolioId }: PortfoliosScreenProps) {
  if (campaignId !== undefined && portfolioId !== undefined)
    return <QueueDetail campaignId={campaignId} portfolioId={portfolioId} />;
  return (
    <div className="page">
      <PageHeader
        title="Bordereaux"
        subtitle="Confirmations signées à remettre aux gestionnaires, par portefeuille."
      />
      <QueueList />
      <SlipList />
    </div>
  );
}
