import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';

/** What the centre knows the station by; a station that was never attached has nothing to change. */
export function SigningKeySection() {
  const status = useCommandQuery('sync.status', {});
  const rotate = useCommand('sync.rotateKey');
  if (!status.data?.serverUrl) return null;
  return (
    <Section title="Clé de signature du poste">
      <p>
        Le serveur central reconnaît ce poste à sa signature. Changez-la si une copie du dossier a pu être
        prise : l’ancienne clé présente la nouvelle, puis est oubliée. Ce qui attend d’être envoyé reste
        valable.
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
