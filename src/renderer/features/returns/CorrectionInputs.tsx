import { useState } from 'react';
import type { Registration } from '#shared/contract/registrations.ts';
import type { FieldProblem } from '#shared/errors.ts';
import { findField } from '#shared/fields/catalogue.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import type { SheetField } from '#shared/sheet/layout.ts';
import { FIELD_KINDS } from '../../fields/field-kinds.ts';
import { Select } from '../../ui/Select.tsx';
import { answerAt } from '../registration/index.ts';
import { isTypable } from './corrections.ts';

interface CorrectionInputsProps {
  registration: Registration;
  fields: readonly SheetField[];
  touched: ReadonlySet<string>;
  typed: ReadonlyMap<string, unknown>;
  problems: readonly FieldProblem[];
  onType(path: string, value: unknown): void;
}

/** The fields that ink touches, each with what is printed and a place to type what is written. Others can be called. */
export function CorrectionInputs({ fields, touched, ...inputs }: CorrectionInputsProps) {
  const [called, setCalled] = useState<string[]>([]);
  const isShown = (field: SheetField) => touched.has(field.id) || called.includes(field.id);
  const shown = fields.filter((field) => isShown(field) && isTypable(field.id));
  const lists = fields.filter((field) => touched.has(field.id) && !isTypable(field.id));
  const others = fields.filter((field) => !isShown(field) && isTypable(field.id));
  return (
    <div className="step-body">
      {shown.map((field) => (
        <CorrectionInput key={field.id} field={field} {...inputs} />
      ))}
      {lists.map((field) => (
        <p key={field.id}>
          <strong>{field.label}</strong> : {field.value}{' '}
          <span className="quiet">— à corriger dans le dossier.</span>
        </p>
      ))}
      <Select
        label="Autre rubrique à corriger"
        isRequired={false}
        options={others.map((field) => ({ value: field.id, label: field.label }))}
        value={undefined}
        onChange={(id) => setCalled([...called, id])}
      />
    </div>
  );
}

interface CorrectionInputProps extends Omit<CorrectionInputsProps, 'fields' | 'touched'> {
  field: SheetField;
}

function CorrectionInput({ field, registration, typed, problems, onType }: CorrectionInputProps) {
  const kind = findField(field.id)?.kind ?? 'text';
  const { Input } = FIELD_KINDS[kind];
  const { answers, examYear } = registration;
  const problem = problems.find((one) => one.path === field.id);
  return (
    <Input
      label={field.label}
      description={`Imprimé : ${field.value === '' ? '(vide)' : field.value}`}
      value={typed.has(field.id) ? typed.get(field.id) : answerAt(answers, field.id)}
      onChange={(value) => onType(field.id, value)}
      errorMessage={problem && problemSentence(problem)}
      context={{ exam: answers.candidature.exam, session: examYear }}
    />
  );
}
