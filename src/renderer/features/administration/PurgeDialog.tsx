import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { filesWords } from './retention-words.ts';

interface PurgeDialogProps {
  disposable: number;
  isOpen: boolean;
  onClose(): void;
  onConfirm(): void;
}

/** The last question. Focus begins on the answer that destroys nothing. */
export function PurgeDialog({ disposable, isOpen, onClose, onConfirm }: PurgeDialogProps) {
  return (
    <Dialog
      title={`Éliminer ${filesWords(disposable)} pour toujours ?`}
      isOpen={isOpen}
      onClose={onClose}
      isAlert
    >
      <p>
        Réponses, versions, pièces, confirmations, courriers et numérisations seront détruits : ce poste ne
        pourra pas les rendre. Le procès-verbal gardera les nombres, le visa, la date et votre nom. Les
        brouillons et les pages numérisées sans dossier, laissés depuis plus longtemps que la durée active,
        partent avec eux.
      </p>
      <div className="actions">
        <Button onPress={onClose}>Garder les dossiers</Button>
        <Button variant="danger" onPress={onConfirm}>
          Éliminer pour toujours
        </Button>
      </div>
    </Dialog>
  );
}
