import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';

interface AskButtonProps {
  pageId: string;
  onDecided(what: string): void;
}

/** A doubt is handed over, with a question, rather than decided alone. */
export function AskButton({ pageId, onDecided }: AskButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const ask = useCommand('returns.ask');
  return (
    <>
      <Button keys="Q" onPress={() => setIsOpen(true)}>
        Second regard
      </Button>
      {isOpen && (
        <ReasonDialog
          title="Demander un second regard"
          label="Question"
          description="La page quitte votre file ; une autre personne y répond et décide."
          confirm="Confier la page"
          isPending={ask.isPending}
          onClose={() => setIsOpen(false)}
          onConfirm={(question) =>
            ask.mutate(
              { id: pageId, question },
              { onSuccess: () => onDecided('Page confiée à un second regard.') },
            )
          }
        >
          {ask.error && <ErrorNotice error={ask.error} />}
        </ReasonDialog>
      )}
    </>
  );
}
