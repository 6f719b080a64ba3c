import { useState } from 'react';
import type { HeldFile } from '#shared/contract/privacy.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface ReleaseDialogProps {
  /** Open while there is one. */
  file: HeldFile | undefined;
  onClose(): void;
}

/** From then on the file is as old as it is: it may be due at once. */
export function ReleaseDialog({ file, onClose }: ReleaseDialogProps) {
  const [reason, setReason] = useState('');
  const release = useCommand('retention.release');
  const say = useSay();
  const submit = () => {
    if (!file || reason.trim() === '') return;
    const done = () => {
      say('Conservation pour litige terminée.');
      onClose();
    };
    release.mutate({ number: file.registrationNumber, reason }, { onSuccess: done });
  };
  return (
    <Dialog
      title={file ? `Fin du litige : ${file.birthName} ${file.givenNames}` : ''}
      isOpen={file !== undefined}
      onClose={onClose}
    >
      <Form className="step-body" onSubmit={submit}>
        <p>Le dossier suivra de nouveau la durée de sa session ; il peut être à éliminer aussitôt.</p>
        <TextField label="Motif de la fin" value={reason} onChange={setReason} autoFocus />
        {release.error && <ErrorNotice error={release.error} />}
        <div className="actions">
          <Button onPress={onClose}>Annuler</Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={reason.trim() === ''}
            isPending={release.isPending}
            onPress={submit}
          >
            Mettre fin à la conservation
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
