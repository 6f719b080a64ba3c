import { isKeyOld } from '#shared/rules/key-age.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useStation } from '../station/index.ts';

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' });

/** What the centre knows the station by; a station that was never attached has nothing to change. */
export function SigningKeySection() {
  const status = useCommandQuery('sync.status', {});
  const rotate = useCommand('sync.rotateKey');
  const { nowMs } = useStation();
  if (!status.data?.serverUrl) return null;
  const { keySinceMs } = status.data;
  return (
    <Section title="Clé de signature du poste">
      {isKeyOld(keySinceMs, nowMs) && (
        <Notice tone="warning" title="Cette clé a plus d’un an : changez-la.">
          Une clé sert le temps d’une campagne.
        </Notice>
      )}
      <p>
        Le serveur central reconnaît ce poste à sa signature, par la même clé depuis le{' '}
        {DAY.format(keySinceMs)}. Changez-la si une copie du dossier a pu être prise : l’ancienne clé présente
        la nouvelle, puis est oubliée. Ce qui attend d’être envoyé reste valable.
      </p>
      {rotate.error && <ErrorNotice error={rotate.error} />}
      {rotate.data && (
        <Notice tone="good" title={`Le poste signe désormais avec la clé ${rotate.data.keyId}.`}>
          Le serveur central l’apprendra au prochain envoi, ou par le prochain lot.
        </Notice>
      )}
      <div className="actions">
        <Button isPending={rotate.isPending} onPress={() => rotate.mutate({})}>
          Changer la clé de signature
        </Button>
      </div>
    </Section>
  );
}
