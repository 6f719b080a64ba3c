import { useState } from 'react';
import type { ScannerSettingsValue } from '#shared/contract/scanners.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface DeclareFormProps {
  settings: ScannerSettingsValue;
  onSaved(): void;
}

/** What no driver finds by itself: scanners at an address, and a folder where another one leaves its files. */
export function DeclareForm({ settings, onSaved }: DeclareFormProps) {
  const say = useSay();
  const declare = useCommand('scanners.declare');
  const [addresses, setAddresses] = useState(settings.addresses.join('\n'));
  const [folder, setFolder] = useState(settings.folder ?? '');
  const save = () =>
    declare.mutate(
      {
        addresses: addresses.split(/\s+/).filter((address) => address !== ''),
        folder: folder.trim() === '' ? null : folder.trim(),
      },
      {
        onSuccess: () => {
          say('Enregistré.');
          onSaved();
        },
      },
    );
  return (
    <Section title="Scanners du réseau et dossier surveillé">
      <Form className="step-body" onSubmit={save}>
        <TextField
          label="Adresses eSCL, une par ligne"
          rows={2}
          value={addresses}
          onChange={setAddresses}
          description="Par exemple http://192.168.1.20/eSCL, lue sur la page du scanner. Adresses du réseau local seulement."
        />
        <TextField
          label="Dossier surveillé"
          value={folder}
          onChange={setFolder}
          description="Un scanner y laisse ses fichiers ; Numériser, dans Retours, les prend. Ils vont dans « pris », rien n’est supprimé."
        />
        {declare.error && <ErrorNotice error={declare.error} />}
        <div className="actions">
          <Button type="submit" isPending={declare.isPending}>
            Enregistrer
          </Button>
        </div>
      </Form>
    </Section>
  );
}
