import { useState } from 'react';
import { countryName } from '#shared/fields/stringify.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { textOf, type FieldInputProps } from './field-kind.ts';
import { matchesWords } from './matches-words.ts';
import { useCountries } from './useCountries.ts';

export function CountryInput({ value, onChange, onBlur, context: _, ...field }: FieldInputProps) {
  const code = textOf(value);
  const [typed, setTyped] = useState<string>();
  const countries = useCountries();
  const options =
    typed === undefined ? countries : countries.filter(({ label }) => matchesWords(label, typed));
  const nameOf = (one: string) => countries.find((option) => option.value === one)?.label ?? countryName(one);
  return (
    <ComboBox
      {...field}
      options={options}
      selected={code === '' ? null : code}
      text={typed ?? (code === '' ? '' : nameOf(code))}
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
