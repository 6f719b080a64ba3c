import { useState } from 'react';
import type { Checklist } from '#shared/contract/pieces.ts';
import { mayCall } from '#shared/rights.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useStation } from '../station/index.ts';

/** Locked, the pieces of a file wait for nothing; only a supervisor opens it again (S4-26). */
export function LockButton({ checklist }: { checklist: Checklist }) {
  const { registrationNumber: number, locked, status } = checklist;
  const { agent } = useStation();
  const [isAsking, setIsAsking] = useState(false);
  const lock = useCommand('pieces.lock');
  const unlock = useCommand('pieces.unlock');
  const say = useSay();
  if (hasEnded(status)) return null;
  if (!locked)
    return (
      <Button
        keys="V"
        isPending={lock.isPending}
        onPress={() => lock.mutate({ number }, { onSuccess: () => say('Pièces verrouillées.') })}
      >
        Verrouiller les pièces
      </Button>
    );
  const unlocked = () => {
    setIsAsking(false);
    say('Pièces déverrouillées.');
  };
  return (
    <>
      <Button
        keys="V"
        isDisabled={agent === null || !mayCall(agent.role, 'pieces.unlock')}
        onPress={() => setIsAsking(true)}
      >
        Déverrouiller…
      </Button>
      {isAsking && (
        <ReasonDialog
          title="Déverrouiller les pièces de ce dossier"
          label="Motif"
          description="Par exemple : nouvelle pièce à déposer après une modification."
          confirm="Déverrouiller"
          isPending={unlock.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={(reason) => unlock.mutate({ number, reason }, { onSuccess: unlocked })}
        >
          {unlock.error && <ErrorNotice error={unlock.error} />}
        </ReasonDialog>
      )}
    </>
  );
}
