import { useState } from 'react';
import { TextField } from '../ui/TextField.tsx';
import type { FieldInputProps } from './field-kind.ts';
import { parseTypedNumber, showTypedNumber } from './typed-number.ts';

/** A year or a mark. Undefined when it is emptied. */
export function NumberInput({ value, onChange, onBlur, context: _, ...field }: FieldInputProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      {...field}
      inputMode="decimal"
      value={typed ?? showTypedNumber(value)}
      onChange={(text) => {
        setTyped(text);
        onChange(parseTypedNumber(text));
      }}
      onBlur={() => {
        setTyped(undefined);
        onBlur?.();
      }}
    />
  );
}
