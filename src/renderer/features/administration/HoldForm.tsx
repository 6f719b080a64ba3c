import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** A file is held by its number, with the kind of appeal as its reason. */
export function HoldForm() {
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const hold = useCommand('retention.hold');
  const say = useSay();
  const isFilled = number.trim() !== '' && reason.trim() !== '';
  const submit = () => {
    if (!isFilled) return;
    const done = () => {
      say('Dossier conservé pour litige.');
      setNumber('');
      setReason('');
    };
    hold.mutate({ number, reason }, { onSuccess: done });
  };
  return (
    <Section title="Conserver un dossier pour un litige">
      <Form className="form-grid" onSubmit={submit}>
        <TextField label="N° inscription" inputMode="numeric" value={number} onChange={setNumber} />
        <TextField
          label="Motif"
          value={reason}
          onChange={setReason}
          description="La nature du recours, sans détail médical ni pénal."
        />
        {hold.error && (
          <div className="full-width">
            <ErrorNotice error={hold.error} />
          </div>
        )}
        <div className="actions full-width">
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!isFilled}
            isPending={hold.isPending}
            onPress={submit}
          >
            Conserver
          </Button>
        </div>
      </Form>
    </Section>
  );
}
