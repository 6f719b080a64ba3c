import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** As in the contract. */
const SHORTEST_REASON = 3;

/** A refusal has a reason: it is what the candidate will be told. */
export function RefuseButton({ pageId }: { pageId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const refuse = useCommand('returns.refuse');
  const say = useSay();
  const close = () => setIsOpen(false);
  const isSaid = reason.trim().length >= SHORTEST_REASON;
  const done = () => {
    close();
    say('Page refusée.');
  };
  const submit = () => {
    if (isSaid) refuse.mutate({ id: pageId, reason }, { onSuccess: done });
  };
  return (
    <>
      <Button variant="danger" keys="R" onPress={() => setIsOpen(true)}>
        Refuser
      </Button>
      <Dialog title="Refuser cette page" isOpen={isOpen} onClose={close}>
        <Form className="step-body" onSubmit={submit}>
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
              keys="Ctrl+Enter"
              isDisabled={!isSaid}
              isPending={refuse.isPending}
              onPress={submit}
            >
              Refuser la page
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
