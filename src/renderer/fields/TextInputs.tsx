import { useState } from 'react';
import { showPhoneNumber } from '#shared/rules/phone-number.ts';
import { TextField } from '../ui/TextField.tsx';
import { textOf, type FieldInputProps } from './field-kind.ts';

export function TextInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  return <TextField {...field} value={textOf(value)} onChange={onChange} />;
}

export function EmailInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  return <TextField {...field} type="email" value={textOf(value)} onChange={onChange} />;
}

/** Stored in its international form, shown as people dial it; as it is typed while it is. */
export function PhoneInput({ value, onChange, onBlur, context: _, ...field }: FieldInputProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      {...field}
      type="tel"
      value={typed ?? showPhoneNumber(textOf(value))}
      onChange={(text) => {
        setTyped(text);
        onChange(text);
      }}
      onBlur={() => {
        setTyped(undefined);
        onBlur?.();
      }}
    />
  );
}
