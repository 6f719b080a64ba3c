import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NewPassphraseFields, useNewPassphrase } from './NewPassphraseFields.tsx';

/** A head of bureau with the sheet that the office keeps locked away. */
export function RecoveryForm({ login: first, onClose }: { login: string; onClose(): void }) {
  const [login, setLogin] = useState(first);
  const [recoveryKey, setRecoveryKey] = useState('');
  const chosen = useNewPassphrase(login);
  const recover = useCommand('station.recover');
  return (
    <Form
      className="gate-panel"
      onSubmit={() => {
        if (chosen.isReady) recover.mutate({ login, recoveryKey, passphrase: chosen.passphrase });
      }}
    >
      <h1>Clé de secours</h1>
      <p className="quiet">
        Elle redonne une phrase de passe à un chef de bureau, qui en redonne aux autres agents.
      </p>
      <TextField
        label="Clé de secours"
        value={recoveryKey}
        onChange={setRecoveryKey}
        autoFocus
        description="Huit groupes de quatre, comme sur la feuille."
      />
      <TextField label="Identifiant du chef de bureau" value={login} onChange={setLogin} />
      <NewPassphraseFields chosen={chosen} />
      {recover.error && <ErrorNotice error={recover.error} />}
      <div className="actions">
        <Button onPress={onClose}>Revenir</Button>
        <Button type="submit" variant="primary" isDisabled={!chosen.isReady} isPending={recover.isPending}>
          Ouvrir le poste
        </Button>
      </div>
    </Form>
  );
}
