import { useState } from 'react';
import type { ReturnedPage } from '#shared/contract/returned-pages.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import type { SecondLookAnswer } from './useSecondLook.ts';

interface RefuseButtonProps {
  page: ReturnedPage;
  secondLook: SecondLookAnswer;
  onDecided(what: string): void;
}

/** A refusal has a reason: it is what the candidate will be told. */
export function RefuseButton({ page, secondLook, onDecided }: RefuseButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const refuse = useCommand('returns.refuse');
  return (
    <>
      <Button variant="danger" keys="R" onPress={() => setIsOpen(true)}>
        Refuser
      </Button>
      {isOpen && (
        <ReasonDialog
          title="Refuser cette page"
          label="Raison, dite au candidat"
          description="Par exemple : signature manquante, version périmée, corrections illisibles."
          confirm="Refuser la page"
          isFinal
          isPending={refuse.isPending}
          onClose={() => setIsOpen(false)}
          onConfirm={(reason) =>
            refuse.mutate(
              { id: page.id, reason, ...secondLook.given },
              { onSuccess: () => onDecided('Page refusée.') },
            )
          }
        >
          {refuse.error && <ErrorNotice error={refuse.error} />}
        </ReasonDialog>
      )}
    </>
  );
}
