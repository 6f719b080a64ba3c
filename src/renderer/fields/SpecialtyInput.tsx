import { useState } from 'react';
import { useCommandQuery } from '../host/useCommandQuery.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { textOf, type FieldInputProps } from './field-kind.ts';
import { useSpecialtyLabel } from './useSpecialtyLabel.ts';

/** The specialties of the exam that may be sat in the session, by words of the label or by code. */
export function SpecialtyInput({ value, onChange, onBlur, context, ...field }: FieldInputProps) {
  const code = textOf(value);
  const [typed, setTyped] = useState<string>();
  const exam = context?.exam;
  const found = useCommandQuery(
    'reference.specialties',
    { exam: exam ?? 'cap', session: context?.session, query: typed ?? '' },
    { enabled: exam !== undefined, keepPrevious: true },
  );
  const label = useSpecialtyLabel(exam, code);
  const options = (found.data ?? []).map((specialty) => ({
    value: specialty.code,
    label: specialty.label,
    hint: specialty.code,
  }));
  return (
    <ComboBox
      {...field}
      isDisabled={exam === undefined}
      description={exam === undefined ? 'Choisissez d’abord l’examen.' : field.description}
      options={options}
      selected={code === '' ? null : code}
      text={typed ?? label}
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
