import { PageHeader } from '../../ui/PageHeader.tsx';
import { CampaignDetail } from './CampaignDetail.tsx';
import { CampaignImport } from './CampaignImport.tsx';
import { CampaignList } from './CampaignList.tsx';

/** The campaigns of this station; one of them in full when it is chosen. */
export function CampaignsScreen({ id }: { id: string | undefined }) {
  if (id !== undefined) return <CampaignDetail id={id} />;
  return (
    <div className="page">
      <PageHeader
        title="Campagnes"
        subtitle="Périodes, modalités de retour, stylo rouge et textes, tels que la circulaire les donne."
      />
      <CampaignImport />
      <CampaignList />
    </div>
  );
}
