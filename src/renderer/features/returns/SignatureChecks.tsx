import type { PageReading } from '#shared/contract/page-reading.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import type { Acceptance } from './useAcceptance.ts';

interface SignatureChecksProps {
  reading: PageReading;
  acceptance: Acceptance;
}

/** Ticked as the machine saw it; the doubtful is left to the eye. */
export function SignatureChecks({ reading, acceptance }: SignatureChecksProps) {
  return (
    <div className="actions">
      <Checkbox isSelected={acceptance.signed} onChange={acceptance.setSigned}>
        Signée{doubt(reading.signature)}
      </Checkbox>
      <Checkbox isSelected={acceptance.dated} onChange={acceptance.setDated}>
        Datée{doubt(reading.date)}
      </Checkbox>
    </div>
  );
}

function doubt(box: PageReading['signature']): string {
  return box?.state === 'doubtful' ? ' (douteuse : regardez)' : '';
}
