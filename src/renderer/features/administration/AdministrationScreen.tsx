import { mayCall } from '#shared/rights.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useStation } from '../station/index.ts';
import { AccessPanel } from './AccessPanel.tsx';
import { DisposalPanel } from './DisposalPanel.tsx';
import { HoldPanel } from './HoldPanel.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';

/** How long files are kept, how they end, and what is told to the person they are about. */
export function AdministrationScreen() {
  const { agent } = useStation();
  const isEntitled = agent !== null && mayCall(agent.role, 'retention.preview');
  return (
    <div className="page">
      <PageHeader title="Administration" subtitle="Conservation des dossiers et droits des personnes." />
      {isEntitled ? (
        <Tabs
          label="Administration"
          tabs={[
            { id: 'retention', title: 'Conservation', content: <RetentionPanel /> },
            { id: 'disposal', title: 'Élimination', content: <DisposalPanel /> },
            { id: 'holds', title: 'Litiges', content: <HoldPanel /> },
            { id: 'access', title: 'Droit d’accès', content: <AccessPanel /> },
          ]}
        />
      ) : (
        <Notice tone="info" title="Cet écran est réservé aux gestionnaires et au chef de bureau." />
      )}
    </div>
  );
}
