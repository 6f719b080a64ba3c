import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NewPassphraseFields, useNewPassphrase } from './NewPassphraseFields.tsx';
import { useStation } from './StationContext.tsx';

/** One's own: the one she has is asked again. Draw it anew after it is done. */
export function ChangePassphraseForm({ onDone }: { onDone(): void }) {
  const { agent } = useStation();
  const [before, setBefore] = useState('');
  const chosen = useNewPassphrase(agent?.login ?? '', before);
  const change = useCommand('station.changePassphrase');
  return (
    <Form
      className="step-body"
      onSubmit={() => {
        if (chosen.isReady) change.mutate({ before, after: chosen.passphrase }, { onSuccess: onDone });
      }}
    >
      <TextField
        label="Phrase de passe actuelle"
        type="password"
        value={before}
        onChange={setBefore}
        autoFocus
        autoComplete="current-password"
      />
      <NewPassphraseFields chosen={chosen} />
      {change.error && <ErrorNotice error={change.error} />}
      <div className="actions">
        <Button type="submit" variant="primary" isDisabled={!chosen.isReady} isPending={change.isPending}>
          Changer ma phrase de passe
        </Button>
      </div>
    </Form>
  );
}
