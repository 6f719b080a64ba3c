import { useState } from 'react';
import type { OfficeSeal } from '#shared/contract/seal.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' });

/** The certificate with which copies of signed confirmations are sealed. An office works as well without. */
export function SealSection() {
  const current = useCommandQuery('seal.current', {});
  return (
    <Section title="Cachet électronique du service">
      <p>
        Si le service a un certificat de cachet, les exemplaires signés que l’on montre, imprime ou enregistre
        depuis un dossier sont scellés : qui reçoit le fichier vérifie d’où il vient et qu’il n’a pas changé.
      </p>
      <Loaded query={current}>{({ seal }) => (seal ? <Installed seal={seal} /> : <NoSeal />)}</Loaded>
    </Section>
  );
}

function Installed({ seal }: { seal: OfficeSeal }) {
  const remove = useCommand('seal.remove');
  return (
    <>
      <p>
        <strong>{seal.subject}</strong>, délivré par {seal.issuer}, valable jusqu’au{' '}
        {DAY.format(seal.expiresAtMs)}.{' '}
        <span className="quiet">
          Installé le {DAY.format(seal.installedAtMs)} par {seal.installedBy}.
        </span>
      </p>
      {remove.error && <ErrorNotice error={remove.error} />}
      <div className="actions">
        <Button isPending={remove.isPending} onPress={() => remove.mutate({})}>
          Retirer le cachet
        </Button>
      </div>
    </>
  );
}

function NoSeal() {
  const [passphrase, setPassphrase] = useState('');
  const install = useCommand('seal.install');
  const pick = async ([file]: File[]) => {
    if (file) install.mutate({ file: new Uint8Array(await file.arrayBuffer()), passphrase });
  };
  return (
    <>
      <TextField
        label="Phrase de passe du fichier du cachet"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
      />
      <FilePicker
        label="Choisir le fichier du cachet"
        hint="Fichier .p12 ou .pfx remis au service."
        keys="Alt+H"
        accept=".p12,.pfx"
        onPick={(files) => void pick(files)}
      />
      {install.error && <ErrorNotice error={install.error} />}
    </>
  );
}
