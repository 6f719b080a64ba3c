import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/use-command.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** A refusal has a reason: it is what the candidate will be told. */
export function RefuseButton({ pageId }: { pageId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const refuse = useCommand('returns.refuse');
  const say = useSay();
  const close = () => setIsOpen(false);
  return (
    <>
      <Button variant="danger" keys="R" onPress={() => setIsOpen(true)}>
        Refuser
      </Button>
      <Dialog title="Refuser cette page" isOpen={isOpen} onClose={close}>
        <Form
          className="step-body"
          onSubmit={() => {
            const done = () => {
              close();
              say('Page refusée.');
            };
            refuse.mutate({ id: pageId, reason }, { onSuccess: done });
          }}
        >
          <TextField
            label="Raison, dite au candidat"
            value={reason}
            onChange={setReason}
            rows={3}
            autoFocus
            description="Par exemple : signature manquante, version périmée, corrections illisibles."
          />
          {refuse.error && <ErrorNotice error={refuse.error} />}
          <div className="actions">
            <Button onPress={close}>Annuler</Button>
            <Button
              variant="danger"
              type="submit"
              isDisabled={reason.trim().length < 3}
              isPending={refuse.isPending}
            >
              Refuser la page
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
