import { RadioGroup } from '../ui/RadioGroup.tsx';
import type { FieldInputProps } from './field-kind.ts';

const OPTIONS = [
  { value: 'no', label: 'Non' },
  { value: 'yes', label: 'Oui' },
];

/** Neither answer is given beforehand: an unread question must not look answered. */
export function YesNoInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  const shown = typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined;
  return (
    <RadioGroup
      {...field}
      options={OPTIONS}
      value={shown}
      onChange={(choice) => onChange(choice === 'yes')}
    />
  );
}
