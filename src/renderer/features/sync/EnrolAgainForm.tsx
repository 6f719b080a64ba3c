import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** For a station that the centre has stopped: with a code for it, it goes on under a new series, and hands over what waited. */
export function EnrolAgainForm({ onEnrolled }: { onEnrolled(): void }) {
  const [code, setCode] = useState('');
  const enrol = useCommand('sync.enrolAgain');
  const say = useSay();
  const submit = () =>
    enrol.mutate(
      { code },
      {
        onSuccess: ({ block, opsToSend }) => {
          setCode('');
          say(`Poste rattaché de nouveau, série ${block}. À envoyer : ${opsToSend}.`);
          onEnrolled();
        },
      },
    );
  return (
    <Section title="Rattacher ce poste de nouveau">
      <Form className="step-body" onSubmit={submit}>
        <p className="quiet">
          Le serveur central a suspendu ce poste ; rien n’est perdu. Le rectorat donne un code pour ce poste :
          il numérotera dans une série nouvelle, et ce que le centre n’a pas reçu partira au prochain envoi.
        </p>
        <div className="form-grid">
          <TextField label="Code pour ce poste" value={code} onChange={setCode} isRequired />
        </div>
        {enrol.error && <ErrorNotice error={enrol.error} />}
        <div className="actions">
          <Button type="submit" isPending={enrol.isPending}>
            Rattacher de nouveau
          </Button>
        </div>
      </Form>
    </Section>
  );
}
