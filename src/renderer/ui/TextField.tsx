import { Input, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { FieldLabel } from './FieldLabel.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { FieldProps } from './field-props.ts';

interface TextFieldProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url';
  inputMode?: 'numeric' | 'decimal' | 'text';
  placeholder?: string;
  /** Lines of a longer text. */
  rows?: number;
  autoComplete?: string;
}

export function TextField({
  label,
  description,
  errorMessage,
  rows,
  placeholder,
  autoComplete = 'off',
  ...field
}: TextFieldProps) {
  return (
    <AriaTextField
      className="field"
      {...field}
      autoComplete={autoComplete}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      spellCheck="false"
    >
      <FieldLabel label={label} isRequired={field.isRequired} />
      {rows === undefined ? (
        <Input className="input" placeholder={placeholder} />
      ) : (
        <TextArea className="input" rows={rows} placeholder={placeholder} />
      )}
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}
