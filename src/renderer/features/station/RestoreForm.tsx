import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { HelpButton } from '../help/index.ts';

/** A station whose computer was lost or changed comes back whole, before anything is made in this folder. */
export function RestoreForm({ onClose }: { onClose(): void }) {
  const [file, setFile] = useState('');
  const [login, setLogin] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const restore = useCommand('safekeeping.restore');
  const isFilled = file.trim() !== '' && login.trim() !== '' && passphrase !== '';
  return (
    <main className="gate">
      <Form
        className="gate-panel"
        onSubmit={() => {
          if (isFilled) restore.mutate({ file: barePath(file), login, passphrase });
        }}
      >
        <h1>Reprendre une sauvegarde</h1>
        <p className="quiet">
          Le poste revient tel qu’il était. Ne continuez jamais ensuite avec l’ancien ordinateur.
        </p>
        <TextField
          label="Fichier de la sauvegarde"
          value={file}
          onChange={setFile}
          autoFocus
          description="Son chemin entier, par exemple E:\guichet.tar ; sous Windows : Maj + clic droit, « Copier en tant que chemin »."
        />
        <TextField
          label="Identifiant"
          value={login}
          onChange={setLogin}
          autoComplete="username"
          description="Un chef de bureau du poste : lui seul l’ouvre sur un autre ordinateur."
        />
        <TextField
          label="Phrase de passe de la sauvegarde"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
        />
        {restore.error && <ErrorNotice error={restore.error} />}
        <div className="actions">
          <Button onPress={onClose}>Revenir</Button>
          <Button type="submit" variant="primary" isDisabled={!isFilled} isPending={restore.isPending}>
            Reprendre cette sauvegarde
          </Button>
        </div>
        <HelpButton />
      </Form>
    </main>
  );
}

/** Windows copies a path between quotation marks. */
function barePath(typed: string): string {
  return typed.trim().replace(/^"(.*)"$/, '$1');
}
