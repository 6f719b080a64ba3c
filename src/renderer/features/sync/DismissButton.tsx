import { useState } from 'react';
import type { QueueItem } from '#shared/contract/sync.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { verdictSentence } from '#shared/sentences/verdict-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';

/** What was done about an envoi that the centre refused, or the act that says so. A disagreement is decided elsewhere. */
export function DismissButton({ item }: { item: QueueItem }) {
  const [isOpen, setIsOpen] = useState(false);
  const dismiss = useCommand('sync.dismiss');
  if (item.dismissed) return `Écartée par ${item.dismissed.by} : ${item.dismissed.reason}`;
  if (item.state !== 'refused' || item.verdict === 'conflict') return null;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>Écarter…</Button>
      {isOpen && (
        <ReasonDialog
          title={`Écarter l’envoi refusé de ${groupRegistrationNumber(item.registrationNumber)}`}
          description={item.reason === null ? '' : verdictSentence(item.reason)}
          label="Ce qui a été fait (gardé avec l’envoi)"
          confirm="Écarter"
          isPending={dismiss.isPending}
          onConfirm={(reason) =>
            dismiss.mutate({ opId: item.opId, reason }, { onSuccess: () => setIsOpen(false) })
          }
          onClose={() => setIsOpen(false)}
        >
          {dismiss.error && <ErrorNotice error={dismiss.error} />}
        </ReasonDialog>
      )}
    </>
  );
}
