import { useCommandQuery } from '../host/useCommandQuery.ts';
import { Select } from '../ui/Select.tsx';
import type { FieldInputProps } from './field-kind.ts';

/** The académies by name; their code is what is kept. */
export function AcademyInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  const academies = useCommandQuery('reference.academies', {});
  const options = (academies.data ?? []).map((academy) => ({ value: academy.code, label: academy.name }));
  return (
    <Select
      {...field}
      options={options}
      value={typeof value === 'string' ? value : undefined}
      onChange={onChange}
    />
  );
}
