import { useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Form } from './Form.tsx';
import { TextField } from './TextField.tsx';

/** As in the contract: a reason is a word, not a letter typed to get past. */
const SHORTEST_REASON = 3;

interface ReasonDialogProps {
  title: string;
  /** What the reason is for, and who will read it. */
  label: string;
  description?: string;
  confirm: string;
  onConfirm(reason: string): void;
  onClose(): void;
  isPending?: boolean;
  /** An act that cannot be undone. */
  isFinal?: boolean;
  /** Above the reason: choices, warnings; a refusal of the core. */
  children?: ReactNode;
}

/** An act that is told why. Draw it while it is open: it begins empty each time. Ctrl+Enter confirms, Escape leaves. */
export function ReasonDialog({
  title,
  label,
  description,
  confirm,
  onConfirm,
  onClose,
  isPending = false,
  isFinal = false,
  children,
}: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const isSaid = reason.trim().length >= SHORTEST_REASON;
  const submit = () => {
    if (isSaid && !isPending) onConfirm(reason);
  };
  return (
    <Dialog title={title} isOpen onClose={onClose} isAlert={isFinal}>
      <Form className="step-body" onSubmit={submit}>
        {children}
        <TextField
          label={label}
          description={description}
          value={reason}
          onChange={setReason}
          rows={2}
          isRequired
          autoFocus
        />
        <div className="actions">
          <Button onPress={onClose}>Ne rien changer</Button>
          <Button
            variant={isFinal ? 'danger' : 'primary'}
            keys="Ctrl+Enter"
            isDisabled={!isSaid}
            isPending={isPending}
            onPress={submit}
          >
            {confirm}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
