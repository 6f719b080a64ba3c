import { useState } from 'react';
import type { Print } from '#shared/contract/printing.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { PrinterChoice } from './PrinterChoice.tsx';

interface AgainDialogProps {
  /** Undefined: closed. */
  print: Print | undefined;
  onClose(): void;
}

/** The same document, here or on another printer. What still waits is taken out of the queue first. */
export function AgainDialog({ print, onClose }: AgainDialogProps) {
  return (
    <Dialog title={`Réimprimer : ${print?.title ?? ''}`} isOpen={print !== undefined} onClose={onClose}>
      {print && <AgainForm print={print} onClose={onClose} />}
    </Dialog>
  );
}

function AgainForm({ print, onClose }: { print: Print; onClose(): void }) {
  const say = useSay();
  const found = useCommandQuery('printers.list', {}, { isFresh: true });
  const again = useCommand('prints.again');
  const [picked, setPicked] = useState(print.printer ?? (undefined as string | null | undefined));
  // Where none took it: the station's own, which may be gone and is then told so in the list.
  const printer = picked === undefined ? (found.data?.settings.chosen ?? null) : picked;
  const send = () =>
    again.mutate(
      { id: print.id, printer },
      {
        onSuccess: () => {
          say(`${print.title} : envoyé à nouveau.`);
          onClose();
        },
      },
    );
  return (
    <Form className="step-body" onSubmit={send}>
      <PrinterChoice printers={found.data?.printers ?? []} value={printer} onChange={setPicked} />
      {again.error && <ErrorNotice error={again.error} />}
      <div className="actions">
        <Button type="submit" variant="primary" isPending={again.isPending}>
          Imprimer
        </Button>
        <Button onPress={onClose}>Fermer</Button>
      </div>
    </Form>
  );
}
