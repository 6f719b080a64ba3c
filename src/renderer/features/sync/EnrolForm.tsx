import { useState } from 'react';
import type { GuichetError } from '#shared/errors.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Ties the station to its central server, once, with a one-time code of the rectorat. */
export function EnrolForm({ onEnrolled }: { onEnrolled(): void }) {
  const [serverUrl, setServerUrl] = useState('');
  const [code, setCode] = useState('');
  const enrol = useCommand('sync.enrol');
  const say = useSay();
  return (
    <Section title="Rattacher ce poste">
      <Form
        className="step-body"
        onSubmit={() =>
          enrol.mutate(
            { serverUrl, code },
            {
              onSuccess: ({ block }) => {
                say(`Poste rattaché, série ${block}.`);
                onEnrolled();
              },
            },
          )
        }
      >
        <p className="quiet">Le rectorat donne l’adresse du serveur et un code à usage unique.</p>
        <div className="form-grid">
          <TextField
            label="Adresse du serveur"
            type="url"
            value={serverUrl}
            onChange={setServerUrl}
            placeholder="https://"
            errorMessage={problemAt(enrol.error, 'serverUrl')}
          />
          <TextField
            label="Code de rattachement"
            value={code}
            onChange={setCode}
            errorMessage={problemAt(enrol.error, 'code')}
          />
        </div>
        {enrol.error && <ErrorNotice error={enrol.error} />}
        <div className="actions">
          <Button type="submit" isPending={enrol.isPending}>
            Rattacher
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function problemAt(error: GuichetError | null, path: string): string | undefined {
  const problem = error?.fields.find((one) => one.path === path);
  return problem && problemSentence(problem);
}
