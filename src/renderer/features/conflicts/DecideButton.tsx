import { useState } from 'react';
import type { Conflict } from '#shared/contract/conflicts.ts';
import { mayCall } from '#shared/rights.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useStation } from '../station/index.ts';
import { acceptedPaths, isWholeChosen, type Choices } from './choices.ts';

interface DecideButtonProps {
  conflict: Conflict;
  choices: Choices;
  /** Whose file it is. */
  name: string;
}

/** Once every contradiction is chosen: the reason, then the decision. For entitled clerks. */
export function DecideButton({ conflict, choices, name }: DecideButtonProps) {
  const { agent } = useStation();
  const [isAsking, setIsAsking] = useState(false);
  const resolve = useCommand('conflicts.resolve');
  const say = useSay();
  if (agent === null || !mayCall(agent.role, 'conflicts.resolve'))
    return <p className="quiet">Un gestionnaire ou le chef de bureau tranche.</p>;
  const decide = (reason: string) =>
    resolve.mutate(
      { id: conflict.id, accept: acceptedPaths(conflict, choices), reason },
      { onSuccess: () => say('Tranché : la décision part au prochain envoi.') },
    );
  return (
    <>
      <Button
        variant="primary"
        label={`Trancher pour ${name}`}
        isDisabled={!isWholeChosen(conflict, choices)}
        onPress={() => setIsAsking(true)}
      >
        Trancher…
      </Button>
      {isAsking && (
        <ReasonDialog
          title="Trancher entre les deux guichets"
          label="Motif"
          description="Gardé dans l’historique, et dit aux deux guichets."
          confirm="Trancher"
          isPending={resolve.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={decide}
        >
          {resolve.error && <ErrorNotice error={resolve.error} />}
        </ReasonDialog>
      )}
    </>
  );
}
