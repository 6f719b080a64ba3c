import type { CampaignSummary } from '#shared/contract/campaigns.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Badge } from '../../ui/Badge.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { CampaignImport, windowBadge, windowSentence } from '../campaigns/index.ts';
import { useStation } from '../station/index.ts';
import { campaignsOf, openingOf } from './campaigns-of-station.ts';

const COLUMNS: TableColumn<CampaignSummary>[] = [
  { id: 'title', title: 'Campagne', render: ({ title }) => <strong>{title}</strong> },
  { id: 'origin', title: 'D’où elle vient', render: ({ origin }) => ORIGINS[origin] },
  {
    id: 'exams',
    title: 'Ce qu’elle ouvre',
    render: ({ exams }) => (
      <ul className="plain-list">
        {exams.map(({ exam, window }) => (
          <li key={exam}>
            <Badge tone={windowBadge(window).tone}>{windowBadge(window).label}</Badge>{' '}
            {EXAM_SHORT_LABELS[exam]} <span className="quiet">{windowSentence(window)}</span>
          </li>
        ))}
      </ul>
    ),
  },
];

const ORIGINS: Record<CampaignSummary['origin'], string> = {
  shipped: 'livrée avec le programme',
  imported: 'importée',
};

/** What this station may register, and when: what the program carries for the académie, and the file of the rectorat. */
export function CampaignStep() {
  const { station } = useStation();
  const campaigns = useCommandQuery('campaigns.list', {});
  return (
    <Loaded query={campaigns}>
      {(all) => {
        const own = campaignsOf(all, station?.academyCode);
        return (
          <>
            <Section title="Campagnes de votre académie">
              <OpeningNotice campaigns={own} />
              <DataTable
                label="Campagnes de votre académie"
                columns={COLUMNS}
                items={own}
                keyOf={({ id }) => id}
                empty={null}
              />
              <p className="quiet">
                Rien à choisir ensuite : à chaque inscription, le programme propose ce qui est ouvert ce
                jour-là.
                {all.length > own.length && ' Celles d’autres académies sont dans Campagnes (Alt+C).'}
              </p>
            </Section>
            <CampaignImport />
          </>
        );
      }}
    </Loaded>
  );
}

function OpeningNotice({ campaigns }: { campaigns: readonly CampaignSummary[] }) {
  const opening = openingOf(campaigns);
  switch (opening.state) {
    case 'open':
      return <Notice tone="good" title="Des inscriptions sont ouvertes aujourd’hui." />;
    case 'soon':
      return (
        <Notice
          tone="info"
          title={`Rien n’est ouvert aujourd’hui ; la prochaine ouverture est le ${frenchLocal(opening.opensAt)}.`}
        />
      );
    case 'none':
      return (
        <Notice
          tone="warning"
          title="Aucune campagne de votre académie n’ouvre d’inscription : importez le fichier que donne le rectorat."
        />
      );
  }
}
