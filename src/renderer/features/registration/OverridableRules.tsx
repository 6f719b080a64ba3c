import { useState } from 'react';
import { answersSchema } from '#shared/contract/answers.ts';
import type { Override } from '#shared/contract/registrations.ts';
import type { FieldProblem } from '#shared/errors.ts';
import { mayOverride } from '#shared/rights.ts';
import { isOverridable } from '#shared/rules/overrides.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useStation } from '../station/index.ts';
import { ApprovalForm } from './ApprovalForm.tsx';
import { RuleSource } from './RuleSource.tsx';
import type { RegistrationForm } from './useRegistrationForm.ts';

interface OverridableRulesProps {
  answers: Record<string, unknown>;
  problems: readonly FieldProblem[];
  registration: Pick<RegistrationForm, 'overrides' | 'setAside' | 'restore'>;
}

/** Blocking rules that an entitled clerk may set aside, alone or beside another, and those she did. The reason stays in the history of the file. */
export function OverridableRules({ answers, problems, registration }: OverridableRulesProps) {
  const { overrides, setAside, restore } = registration;
  const { agent } = useStation();
  const parsed = answersSchema.safeParse(answers);
  const overridable = problems.filter(({ code }) => parsed.success && isOverridable(code, parsed.data));
  if (overridable.length === 0 && overrides.length === 0) return null;
  const isEntitled = agent !== null && mayOverride(agent.role);
  return (
    <Section title="Règles qui peuvent être levées">
      {overridable.map((problem) =>
        isEntitled ? (
          <OverrideForm key={problem.code} problem={problem} onSetAside={setAside} />
        ) : (
          <ApprovalForm key={problem.code} problem={problem} onSetAside={setAside} />
        ),
      )}
      {overrides.map(({ code, reason }) => (
        <Notice key={code} tone="warning" title={`Règle levée. Motif : ${reason}`}>
          <div className="actions">
            <Button onPress={() => restore(code)}>Rétablir la règle</Button>
          </div>
        </Notice>
      ))}
    </Section>
  );
}

interface OverrideFormProps {
  problem: FieldProblem;
  onSetAside(override: Override): void;
}

function OverrideForm({ problem, onSetAside }: OverrideFormProps) {
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  return (
    <Form
      className="override-form"
      onSubmit={() => isGiven && onSetAside({ code: problem.code, reason: reason.trim() })}
    >
      <p>{problemSentence(problem)}</p>
      <RuleSource code={problem.code} />
      <TextField label="Motif pour lever la règle" isRequired value={reason} onChange={setReason} />
      <Button type="submit" isDisabled={!isGiven}>
        Lever la règle
      </Button>
    </Form>
  );
}
