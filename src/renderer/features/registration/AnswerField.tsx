import type { ComponentType, ReactNode } from 'react';
import { get, useController, useFormContext, useFormState } from 'react-hook-form';
import { findField } from '#shared/fields/catalogue.ts';
import type { FieldContext, FieldInputProps } from '../../fields/field-kind.ts';
import { FIELD_KINDS } from '../../fields/field-kinds.ts';
import { fieldId } from './focus-field.ts';
import type { FormValues } from './form-values.ts';
import { usePerson } from './PersonContext.tsx';

interface AnswerFieldProps {
  path: string;
  description?: string;
  context?: FieldContext;
}

/** A simple field of the catalogue: its label, its input and its problem, bound to the form by its path. */
export function AnswerField({ path, ...rest }: AnswerFieldProps) {
  const field = findField(path);
  if (!field) throw new Error(`${path} is not a simple field of the catalogue`);
  const { Input } = FIELD_KINDS[field.kind];
  return (
    <BoundInput
      path={path}
      label={field.label}
      isRequired={field.optional !== true}
      isDisabled={usePerson().frozen.has(path)}
      Input={Input}
      {...rest}
    />
  );
}

interface BoundInputProps extends AnswerFieldProps {
  label: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  Input: ComponentType<FieldInputProps>;
  /** What else follows from a new value. */
  onChanged?: (value: unknown) => void;
}

/** Any input bound to any path of the form. */
export function BoundInput({ path, Input, onChanged, ...input }: BoundInputProps) {
  const { control } = useFormContext<FormValues>();
  const { field } = useController({ control, name: path });
  const errorMessage = useProblemAt(path);
  return (
    <FieldPlace path={path}>
      <Input
        {...input}
        value={field.value}
        onChange={(value) => {
          field.onChange(value);
          onChanged?.(value);
        }}
        onBlur={field.onBlur}
        errorMessage={errorMessage}
      />
    </FieldPlace>
  );
}

export function FieldPlace({
  path,
  children,
  isWide = false,
}: {
  path: string;
  children: ReactNode;
  isWide?: boolean;
}) {
  return (
    <div id={fieldId(path)} className={isWide ? 'full-width' : undefined}>
      {children}
    </div>
  );
}

/** The sentence of the first of these paths that has a problem. */
export function useProblemAt(...paths: string[]): string | undefined {
  const { control } = useFormContext<FormValues>();
  const { errors } = useFormState({ control, name: paths });
  return paths.map((path) => sentenceAt(errors, path)).find((sentence) => sentence !== undefined);
}

/** The sentence of one problem among the form library's nested errors. */
export function sentenceAt(errors: object, path: string): string | undefined {
  const problem: unknown = get(errors, path);
  return problem && typeof problem === 'object' && 'message' in problem && typeof problem.message === 'string'
    ? problem.message
    : undefined;
}
