import { useState } from 'react';
import type { Print } from '#shared/contract/printing.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { AgainDialog } from './AgainDialog.tsx';

const MAY_BE_CANCELLED: readonly Print['state'][] = ['waiting', 'printing', 'blocked'];

export function PrintActs({ print }: { print: Print }) {
  const { id, title, state, isKept } = print;
  const say = useSay();
  const cancel = useCommand('prints.cancel');
  const dismiss = useCommand('prints.dismiss');
  const [isAsking, setIsAsking] = useState(false);
  const error = cancel.error ?? dismiss.error;
  const isUnfinished = MAY_BE_CANCELLED.includes(state);
  return (
    <div className="actions">
      {isKept && (
        <Button label={`Réimprimer : ${title}`} onPress={() => setIsAsking(true)}>
          Réimprimer…
        </Button>
      )}
      {isUnfinished ? (
        <Button
          label={`Annuler : ${title}`}
          isPending={cancel.isPending}
          onPress={() => cancel.mutate({ id }, { onSuccess: () => say('Impression annulée.') })}
        >
          Annuler
        </Button>
      ) : (
        state !== 'sending' && (
          <Button
            variant="quiet"
            label={`Retirer de la liste : ${title}`}
            isPending={dismiss.isPending}
            onPress={() => dismiss.mutate({ id })}
          >
            Retirer
          </Button>
        )
      )}
      {error && <ErrorNotice error={error} />}
      <AgainDialog print={print} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </div>
  );
}
