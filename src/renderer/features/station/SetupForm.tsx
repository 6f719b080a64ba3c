import { useState } from 'react';
import type { CommandInput } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/errors.ts';
import { SHORTEST_PASSPHRASE } from '#shared/rules/passphrase.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Form } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { HelpButton } from '../help/index.ts';

type Setup = CommandInput<'station.setup'>;

const BLANK: Setup = {
  name: '',
  office: '',
  academyCode: '',
  agentLogin: '',
  agentName: '',
  passphrase: '',
  training: false,
};

/** First start: the station, its first clerk, and the passphrase that encrypts everything. */
export function SetupForm() {
  const [values, setValues] = useState(BLANK);
  const [repeated, setRepeated] = useState('');
  const setup = useCommand('station.setup');
  const change = (name: keyof Setup, value: string | boolean) =>
    setValues((before) => ({ ...before, [name]: value }));
  const isRepeated = repeated === values.passphrase;

  return (
    <main className="gate">
      <Form
        className="gate-panel gate-panel-wide"
        onSubmit={() => {
          if (isRepeated) setup.mutate({ ...values, agentName: values.agentName || undefined });
        }}
      >
        <h1>Premier démarrage</h1>
        <p className="quiet">
          Ce dossier ne contient pas encore de poste. Ces réponses ne sont demandées qu’une fois.
        </p>
        <SetupFields
          values={values}
          change={change}
          repeated={repeated}
          setRepeated={setRepeated}
          error={setup.error}
        />
        <Checkbox isSelected={values.training === true} onChange={(training) => change('training', training)}>
          Base école : pour s’entraîner, rien n’a de valeur
        </Checkbox>
        {setup.error && <ErrorNotice error={setup.error} />}
        <Button type="submit" variant="primary" isPending={setup.isPending} isDisabled={!isRepeated}>
          Créer le poste
        </Button>
        <HelpButton />
      </Form>
    </main>
  );
}

interface SetupFieldsProps {
  values: Setup;
  change(name: keyof Setup, value: string): void;
  /** The passphrase typed a second time: nobody could recover a slip. */
  repeated: string;
  setRepeated(value: string): void;
  error: GuichetError | null;
}

function SetupFields({ values, change, repeated, setRepeated, error }: SetupFieldsProps) {
  const academies = useCommandQuery('reference.academies', {});
  const field = (name: keyof Setup) => ({
    value: String(values[name] ?? ''),
    onChange: (value: string) => change(name, value),
    errorMessage: problemAt(error, name),
  });
  const mismatch =
    repeated !== '' && repeated !== values.passphrase ? 'Les deux phrases de passe diffèrent.' : undefined;
  return (
    <div className="form-grid">
      <TextField label="Nom du poste" {...field('name')} autoFocus description="Par exemple : Guichet 2." />
      <TextField
        label="Service"
        {...field('office')}
        description="Par exemple : Division des examens et concours."
      />
      <div className="full-width">
        <Select
          label="Académie"
          {...field('academyCode')}
          options={(academies.data ?? []).map((academy) => ({ value: academy.code, label: academy.name }))}
        />
      </div>
      <TextField label="Identifiant du premier agent" {...field('agentLogin')} autoComplete="username" />
      <TextField
        label="Nom de l’agent"
        {...field('agentName')}
        isRequired={false}
        description="Écrit sur les confirmations."
      />
      <TextField
        label="Phrase de passe"
        type="password"
        {...field('passphrase')}
        autoComplete="new-password"
        description={`${SHORTEST_PASSPHRASE} caractères ou plus ; plusieurs mots valent mieux. Faites ensuite une clé de secours (Administration).`}
      />
      <TextField
        label="Phrase de passe, encore"
        type="password"
        value={repeated}
        onChange={setRepeated}
        errorMessage={mismatch}
        autoComplete="new-password"
      />
    </div>
  );
}

function problemAt(error: GuichetError | null, path: string): string | undefined {
  const problem = error?.fields.find((one) => one.path === path);
  return problem && problemSentence(problem);
}
