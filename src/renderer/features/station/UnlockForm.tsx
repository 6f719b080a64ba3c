import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TrainingBand } from './TrainingBand.tsx';

interface UnlockFormProps {
  /** Of a station of one clerk; where there are several, each types hers. */
  onlyLogin: string | null;
  training: boolean;
}

/** The passphrase opens the encrypted data of this station; without it nothing can be read. */
export function UnlockForm({ onlyLogin, training }: UnlockFormProps) {
  const [login, setLogin] = useState(onlyLogin ?? '');
  const [passphrase, setPassphrase] = useState('');
  const unlock = useCommand('session.unlock');
  return (
    <>
      {training && <TrainingBand />}
      <main className="gate">
        <Form
          className="gate-panel"
          // A wrong passphrase is typed again from nothing; the login stays.
          onSubmit={() => unlock.mutate({ login, passphrase }, { onError: () => setPassphrase('') })}
        >
          <h1>Guichet</h1>
          <p className="quiet">Le poste est verrouillé.</p>
          <TextField
            label="Identifiant"
            value={login}
            onChange={setLogin}
            autoFocus={onlyLogin === null}
            autoComplete="username"
          />
          <TextField
            label="Phrase de passe"
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            autoFocus={onlyLogin !== null}
            autoComplete="current-password"
          />
          {unlock.error && <ErrorNotice error={unlock.error} />}
          <Button type="submit" variant="primary" isPending={unlock.isPending}>
            Déverrouiller
          </Button>
        </Form>
      </main>
    </>
  );
}
