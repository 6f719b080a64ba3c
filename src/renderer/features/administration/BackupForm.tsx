import { useState } from 'react';
import { momentWords } from '#shared/sentences/safekeeping-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { FolderField } from '../../host/FolderField.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { JobProgress } from '../jobs/index.ts';

/** Everything in one file, on a key or a share: what survives the loss of the machine. */
export function BackupForm({ lastBackupAtMs }: { lastBackupAtMs: number | null }) {
  const [to, setTo] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [isRunning, setIsRunning] = useState(false);
  const backup = useCommand('safekeeping.backup');
  const begun = () => {
    setPassphrase('');
    setIsRunning(true);
  };
  const start = () => backup.mutate({ to, passphrase }, { onSuccess: begun });
  return (
    <Section title="Sauvegarde hors du poste">
      <Form className="step-body" onSubmit={start}>
        <LastBackup atMs={lastBackupAtMs} />
        <FolderField
          label="Dossier, clé ou partage"
          folder={to}
          onChange={setTo}
          chooseBy="safekeeping.chooseFolder"
        />
        <BackupPassphrase value={passphrase} onChange={setPassphrase} />
        {backup.error && <ErrorNotice error={backup.error} />}
        {backup.data && (
          <JobProgress
            key={backup.data.jobId}
            id={backup.data.jobId}
            label="Sauvegarde"
            onEnd={() => setIsRunning(false)}
          />
        )}
        <div className="actions">
          <Button
            type="submit"
            variant="primary"
            keys="Ctrl+S"
            isDisabled={to === '' || passphrase.length < 8}
            isPending={backup.isPending || isRunning}
          >
            Sauvegarder
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function LastBackup({ atMs }: { atMs: number | null }) {
  if (atMs !== null) return <p className="quiet">Dernière sauvegarde : {momentWords(atMs)}.</p>;
  return <Notice tone="warning" title="Ce poste n’a jamais été sauvegardé ailleurs que sur lui-même." />;
}

function BackupPassphrase({ value, onChange }: { value: string; onChange(value: string): void }) {
  return (
    <TextField
      label="Phrase de passe de la sauvegarde"
      type="password"
      value={value}
      onChange={onChange}
      autoComplete="new-password"
      description="Huit caractères au moins. Elle seule ouvrira cette sauvegarde sur un autre ordinateur : gardez-la ailleurs que sur la clé."
    />
  );
}
