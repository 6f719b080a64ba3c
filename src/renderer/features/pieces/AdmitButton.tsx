import { useState } from 'react';
import { mayCall } from '#shared/rights.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useStation } from '../station/index.ts';

/** A supervisor takes a late return: the file leaves the list of those to cancel. */
export function AdmitButton({ number }: { number: string }) {
  const { agent } = useStation();
  const [isAsking, setIsAsking] = useState(false);
  const admit = useCommand('returns.admit');
  const say = useSay();
  if (agent === null || !mayCall(agent.role, 'returns.admit')) return null;
  const admitted = () => {
    setIsAsking(false);
    say('Retour tardif admis.');
  };
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>Admettre…</Button>
      {isAsking && (
        <ReasonDialog
          title="Admettre ce retour hors délai"
          label="Motif"
          description="Le retour reste noté hors délai ; le dossier n’est plus proposé à l’annulation."
          confirm="Admettre le retour"
          isPending={admit.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={(reason) => admit.mutate({ number, reason }, { onSuccess: admitted })}
        >
          {admit.error && <ErrorNotice error={admit.error} />}
        </ReasonDialog>
      )}
    </>
  );
}
