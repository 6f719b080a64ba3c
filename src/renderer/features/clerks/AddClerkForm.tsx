import { useState } from 'react';
import { roleSchema } from '#shared/contract/station.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ROLE_OPTIONS } from './clerk-columns.tsx';
import type { GivenPassphrase } from './TemporaryPassphraseDialog.tsx';

const BLANK = { login: '', name: '', role: 'counterAgent' };

/** The program makes the first passphrase: whoever adds a clerk never chooses it. */
export function AddClerkForm({ onAdded }: { onAdded(given: GivenPassphrase): void }) {
  const [values, setValues] = useState(BLANK);
  const add = useCommand('clerks.add');
  const isFilled = values.login.trim() !== '' && values.name.trim() !== '';
  const field = (name: keyof typeof BLANK) => ({
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    errorMessage: problemAt(add.error?.fields, name),
  });
  const done = (given: GivenPassphrase) => {
    setValues(BLANK);
    onAdded(given);
  };
  const submit = () => {
    if (!isFilled || add.isPending) return;
    add.mutate({ ...values, role: roleSchema.parse(values.role) }, { onSuccess: done });
  };
  return (
    <Section title="Ajouter un agent">
      <Form className="form-grid" onSubmit={submit}>
        <TextField label="Nom" {...field('name')} description="Écrit sur les confirmations." />
        <TextField
          label="Identifiant"
          {...field('login')}
          description="Minuscules, chiffres, point, tiret ; par exemple prenom.nom."
        />
        <Select label="Rôle" {...field('role')} options={ROLE_OPTIONS} />
        {add.error && add.error.fields.length === 0 && (
          <div className="full-width">
            <ErrorNotice error={add.error} />
          </div>
        )}
        <div className="actions full-width">
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!isFilled}
            isPending={add.isPending}
            onPress={submit}
          >
            Ajouter l’agent
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function problemAt(
  fields: readonly Parameters<typeof problemSentence>[0][] | undefined,
  path: string,
): string | undefined {
  const problem = fields?.find((one) => one.path === path);
  return problem && problemSentence(problem);
}
