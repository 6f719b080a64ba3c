import { useState } from 'react';
import type { Numbers } from '#shared/contract/registrations.ts';
import { mayCall } from '#shared/rights.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useRole } from '../station/index.ts';

interface CorrectionAfterClosingProps {
  correction: { number: string; onVersion: number; draftId: string; changes: Record<string, unknown> };
  onDone(numbers: Numbers): void;
  onClose(): void;
}

/** The window is closed: an entitled clerk may still correct, and says why (S0-15). Offered to nobody else. */
export function CorrectionAfterClosing({ correction, onDone, onClose }: CorrectionAfterClosingProps) {
  const [reason, setReason] = useState('');
  const correct = useCommand('registrations.correct');
  if (!mayCall(useRole(), 'registrations.correct')) return null;
  return (
    <Dialog title="Corriger après la clôture" isOpen onClose={onClose}>
      <p>
        Les inscriptions sont closes : cette correction est faite par le service, avec son motif. Le candidat
        signera la nouvelle version.
      </p>
      <TextField label="Motif" isRequired rows={2} value={reason} onChange={setReason} autoFocus />
      {correct.error && <ErrorNotice error={correct.error} />}
      <div className="actions">
        <Button
          variant="primary"
          keys="Ctrl+Enter"
          isPending={correct.isPending}
          onPress={() => correct.mutate({ ...correction, reason }, { onSuccess: onDone })}
        >
          Enregistrer la correction
        </Button>
        <Button onPress={onClose}>Renoncer</Button>
      </div>
    </Dialog>
  );
}
