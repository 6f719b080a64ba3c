import { useState } from 'react';
import { countryName } from '#shared/fields/stringify.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { COUNTRIES } from './countries.ts';
import { textOf, type FieldInputProps } from './field-kind.ts';
import { matchesWords } from './matches-words.ts';

export function CountryInput({ value, onChange, onBlur, context: _, ...field }: FieldInputProps) {
  const code = textOf(value);
  const [typed, setTyped] = useState<string>();
  const options =
    typed === undefined ? COUNTRIES : COUNTRIES.filter(({ label }) => matchesWords(label, typed));
  return (
    <ComboBox
      {...field}
      options={options}
      selected={code === '' ? null : code}
      text={typed ?? (code === '' ? '' : countryName(code))}
      onTextChange={setTyped}
      onSelect={(choice) => {
        setTyped(undefined);
        onChange(choice ?? '');
      }}
      onBlur={() => {
        setTyped(undefined);
        onBlur?.();
      }}
    />
  );
}
