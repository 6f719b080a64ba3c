import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Section } from '../../ui/Section.tsx';
import { ChangeTable } from './ChangeTable.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

/** Who imported what over what, newest first; nothing for a campaign that was never imported. */
export function CampaignHistory({ id }: { id: string }) {
  const history = useCommandQuery('campaigns.history', { id });
  return (
    <Loaded query={history}>
      {(imports) =>
        imports.map(({ importedAtMs, importedBy, changes }) => (
          <Section
            key={importedAtMs}
            title={`Importée le ${MOMENT.format(importedAtMs)}`}
            aside={<span className="quiet">{importedBy}</span>}
          >
            {changes === null && <p className="quiet">Première importation.</p>}
            {changes?.length === 0 && <p className="quiet">Sans différence avec ce qui était en vigueur.</p>}
            {changes && changes.length > 0 && <ChangeTable changes={changes} />}
          </Section>
        ))
      }
    </Loaded>
  );
}
