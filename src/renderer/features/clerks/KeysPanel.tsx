import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { KeySettingsForm } from './KeySettingsForm.tsx';
import { RecoveryKeySection } from './RecoveryKeySection.tsx';
import { RekeySection } from './RekeySection.tsx';
import { SigningKeySection } from './SigningKeySection.tsx';
import { SealSection } from './SealSection.tsx';

/** What guards the station, and what opens it when a passphrase is lost. */
export function KeysPanel() {
  const settings = useCommandQuery('station.keySettings', {});
  return (
    <Loaded query={settings}>
      {(found) => (
        <div className="step-body">
          <RecoveryKeySection madeAtMs={found.recoveryMadeAtMs} />
          <KeySettingsForm settings={found} />
          <RekeySection />
          <SigningKeySection />
          <SealSection />
        </div>
      )}
    </Loaded>
  );
}
