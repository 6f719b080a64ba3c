import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { HelpButton } from '../help/index.ts';
import { RecoveryForm } from './RecoveryForm.tsx';

/** Who, and her passphrase; or the recovery key of the office. No list of clerks is shown to who has not unlocked. */
export function UnlockPanel({ login: first }: { login: string }) {
  const [login, setLogin] = useState(first);
  const [passphrase, setPassphrase] = useState('');
  const [isRecovering, setRecovering] = useState(false);
  const unlock = useCommand('session.unlock');
  if (isRecovering) return <RecoveryForm login={login} onClose={() => setRecovering(false)} />;
  return (
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
        autoFocus={first === ''}
        autoComplete="username"
      />
      <TextField
        label="Phrase de passe"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus={first !== ''}
        autoComplete="current-password"
      />
      {unlock.error && <ErrorNotice error={unlock.error} />}
      <Button type="submit" variant="primary" isPending={unlock.isPending}>
        Déverrouiller
      </Button>
      <Button variant="link" onPress={() => setRecovering(true)}>
        Phrase de passe oubliée : clé de secours
      </Button>
      <HelpButton />
    </Form>
  );
}
