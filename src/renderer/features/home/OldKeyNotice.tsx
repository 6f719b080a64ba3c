import { mayCall } from '#shared/rights.ts';
import { isKeyOld } from '#shared/rules/key-age.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useStation } from '../station/index.ts';

/** For who may change it: a key of the station that has served a whole campaign. */
export function OldKeyNotice({ nowMs }: { nowMs: number }) {
  const { agent } = useStation();
  const mayChange = agent !== null && mayCall(agent.role, 'sync.rotateKey');
  const { data: status } = useCommandQuery('sync.status', {}, { enabled: mayChange });
  if (!status?.serverUrl || !isKeyOld(status.keySinceMs, nowMs)) return null;
  return (
    <Notice tone="info" title="La clé de signature de ce poste a plus d’un an.">
      <p>
        Changez-la dans Administration, onglet Clés, avant la campagne : rien de ce qui attend n’est perdu.
      </p>
    </Notice>
  );
}
