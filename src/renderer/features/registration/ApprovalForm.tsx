import { useState } from 'react';
import type { Override } from '#shared/contract/registrations.ts';
import type { FieldProblem } from '#shared/errors.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { RuleSource } from './RuleSource.tsx';

interface ApprovalFormProps {
  problem: FieldProblem;
  onSetAside(override: Override): void;
}

const BLANK = { reason: '', login: '', passphrase: '' };

/** Two persons: the clerk says why, a supervisor beside her types her own name and passphrase. The session stays the clerk's. */
export function ApprovalForm({ problem, onSetAside }: ApprovalFormProps) {
  const [values, setValues] = useState(BLANK);
  const approve = useCommand('session.approve');
  const field = (name: keyof typeof BLANK) => ({
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
  });
  const isFilled = Object.values(values).every((value) => value.trim() !== '');
  const submit = () => {
    if (!isFilled || approve.isPending) return;
    const override = { code: problem.code, reason: values.reason.trim() };
    const { login, passphrase } = values;
    approve.mutate(
      { login, passphrase, override },
      {
        onSuccess: ({ approval }) => onSetAside({ ...override, approval }),
        onSettled: () => setValues((before) => ({ ...before, passphrase: '' })),
      },
    );
  };
  return (
    <Form className="step-body" onSubmit={submit}>
      <p>
        {problemSentence(problem)} Un gestionnaire ou un chef de bureau peut lever cette règle ici, sans que
        vous changiez d’agent.
      </p>
      <RuleSource code={problem.code} />
      <TextField label="Motif pour lever la règle" isRequired {...field('reason')} />
      <div className="form-grid">
        <TextField label="Identifiant du gestionnaire" {...field('login')} />
        <TextField label="Sa phrase de passe" type="password" {...field('passphrase')} />
      </div>
      {approve.error && <ErrorNotice error={approve.error} />}
      <div className="actions">
        <Button type="submit" isDisabled={!isFilled} isPending={approve.isPending}>
          Lever la règle à deux
        </Button>
      </div>
    </Form>
  );
}
