import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { RecoveryKeySection } from '../clerks/index.ts';

/** The key that the office locks away, before anything worth losing is in the base. */
export function RecoveryKeyStep() {
  const settings = useCommandQuery('station.keySettings', {});
  return (
    <Loaded query={settings}>
      {({ recoveryMadeAtMs }) => <RecoveryKeySection madeAtMs={recoveryMadeAtMs} />}
    </Loaded>
  );
}
