import type { ComponentType } from 'react';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select, type Option } from '../ui/Select.tsx';
import { textOf, type FieldInputProps } from './field-kind.ts';

/** Few choices lie open; many fold into a list. */
const OPEN_LIST_MAX = 3;

/** The input of a closed list of values with French names. */
export function choiceInput(labels: Record<string, string>): ComponentType<FieldInputProps> {
  const options: Option[] = Object.entries(labels).map(([value, label]) => ({ value, label }));
  return function ChoiceInput({ value, onChange, context: _, ...field }: FieldInputProps) {
    const Widget = options.length <= OPEN_LIST_MAX ? RadioGroup : Select;
    return <Widget {...field} options={options} value={textOf(value) || undefined} onChange={onChange} />;
  };
}
