import { mayCall } from '#shared/rights.ts';
import { navigate } from '../../host/useRoute.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AboutPanel } from '../about/index.ts';
import { ClerksPanel, KeysPanel, OwnPassphrasePanel } from '../clerks/index.ts';
import { PrintersPanel } from '../printing/index.ts';
import { ScannersPanel } from '../scanners/index.ts';
import { useRole } from '../station/index.ts';
import { AccessPanel } from './AccessPanel.tsx';
import { AuditPanel } from './AuditPanel.tsx';
import { DisposalPanel } from './DisposalPanel.tsx';
import { HoldPanel } from './HoldPanel.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import { SafekeepingPanel } from './SafekeepingPanel.tsx';

/** How long files are kept, how they end, what is told to the person they are about, what keeps the work safe, who did and saw what. */
export function AdministrationScreen({ tab }: { tab: string | undefined }) {
  const role = useRole();
  const isEntitled = mayCall(role, 'retention.preview');
  const isHead = mayCall(role, 'clerks.list');
  return (
    <div className="page">
      <PageHeader
        title="Administration"
        subtitle="Conservation des dossiers, droits des personnes, sauvegardes, agents, clés et journal."
      />
      <Tabs
        label="Administration"
        selected={tab}
        onSelect={(next) => navigate({ screen: 'administration', tab: next })}
        tabs={[
          ...(isEntitled
            ? [
                { id: 'retention', title: 'Conservation', content: <RetentionPanel /> },
                { id: 'disposal', title: 'Élimination', content: <DisposalPanel /> },
                { id: 'holds', title: 'Litiges', content: <HoldPanel /> },
                { id: 'access', title: 'Droit d’accès', content: <AccessPanel /> },
              ]
            : []),
          ...(mayCall(role, 'scanners.list')
            ? [{ id: 'scanner', title: 'Scanner', content: <ScannersPanel /> }]
            : []),
          ...(mayCall(role, 'printers.list')
            ? [{ id: 'printer', title: 'Imprimante', content: <PrintersPanel /> }]
            : []),
          { id: 'safekeeping', title: 'Sauvegarde', content: <SafekeepingPanel /> },
          ...(mayCall(role, 'audit.list')
            ? [{ id: 'audit', title: 'Journal', content: <AuditPanel /> }]
            : []),
          ...(isHead
            ? [
                { id: 'clerks', title: 'Agents', content: <ClerksPanel /> },
                { id: 'keys', title: 'Clés', content: <KeysPanel /> },
              ]
            : []),
          { id: 'passphrase', title: 'Ma phrase de passe', content: <OwnPassphrasePanel /> },
          { id: 'about', title: 'À propos', content: <AboutPanel /> },
        ]}
      />
    </div>
  );
}
