import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { saveFile } from '../../host/save-file.ts';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Right of access (RGPD art. 15): a folder that the person can read without this program. */
export function AccessPanel() {
  const [candidateNumber, setCandidateNumber] = useState('');
  const give = useCommand('access.export');
  const say = useSay();
  const isFilled = candidateNumber.trim() !== '';
  const submit = () => {
    if (!isFilled) return;
    give.mutate(
      { candidateNumber },
      {
        onSuccess: ({ fileName, mediaType, bytes }) => {
          saveFile(fileName, mediaType, [bytes]);
          say('Données de la personne enregistrées ; la remise est inscrite dans ses dossiers.');
        },
      },
    );
  };
  return (
    <Section title="Remettre à une personne tout ce qui est conservé d’elle">
      <p>
        Vérifiez d’abord l’identité de qui demande. Le fichier ZIP contient une page à lire, les données et
        les documents ; rien n’y parle de quelqu’un d’autre.
      </p>
      <Form className="step-body" onSubmit={submit}>
        <TextField
          label="N° candidat"
          inputMode="numeric"
          value={candidateNumber}
          onChange={setCandidateNumber}
          description="12 chiffres, en haut à droite de la confirmation."
        />
        {give.error && <ErrorNotice error={give.error} />}
        <div className="actions">
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!isFilled}
            isPending={give.isPending}
            onPress={submit}
          >
            Préparer le fichier
          </Button>
        </div>
      </Form>
    </Section>
  );
}
