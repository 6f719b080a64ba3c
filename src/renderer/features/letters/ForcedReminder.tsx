import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface ForcedReminderProps {
  isOpen: boolean;
  isPending: boolean;
  onClose(): void;
  onConfirm(reason: string): void;
}

/** S1-05: the notice sends no reminder. A supervisor may, and says why; the reason stays in the file. */
export function ForcedReminder({ isOpen, isPending, onClose, onConfirm }: ForcedReminderProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title="Relancer malgré la notice ?" isOpen={isOpen} onClose={onClose}>
      <p>La notice de cette campagne dit qu’aucune relance ne sera effectuée. Le motif restera au dossier.</p>
      <Form onSubmit={() => reason.trim() !== '' && onConfirm(reason)}>
        <TextField label="Motif" value={reason} onChange={setReason} isRequired autoFocus />
        <div className="actions">
          <Button onPress={onClose}>Renoncer</Button>
          <Button variant="primary" type="submit" isDisabled={reason.trim() === ''} isPending={isPending}>
            Établir la relance
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
