import type { Print } from '#shared/contract/printing.ts';
import { PRINT_STATE_LABELS, printTrouble } from '#shared/sentences/print-words.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';

const MAY_BE_CANCELLED: readonly Print['state'][] = ['waiting', 'printing', 'blocked'];

/** For the mouse; by keyboard, Enter on the row prints again. */
export function PrintActs({ print, onAgain }: { print: Print; onAgain(print: Print): void }) {
  const { id, title, state, isKept } = print;
  const say = useSay();
  const cancel = useCommand('prints.cancel');
  const dismiss = useCommand('prints.dismiss');
  const error = cancel.error ?? dismiss.error;
  const isUnfinished = MAY_BE_CANCELLED.includes(state);
  return (
    <div className="actions">
      {isKept && (
        <Button label={`Réimprimer : ${title}`} onPress={() => onAgain(print)}>
          Réimprimer…
        </Button>
      )}
      {isUnfinished ? (
        <Button
          label={`Annuler : ${title}`}
          isPending={cancel.isPending}
          onPress={() => cancel.mutate({ id }, { onSuccess: (print) => say(endSentence(print)) })}
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
    </div>
  );
}

/** It may have come out while she pressed. */
function endSentence(print: Print): string {
  return `${print.title} : ${printTrouble(print) ?? PRINT_STATE_LABELS[print.state].toLowerCase()}`;
}
