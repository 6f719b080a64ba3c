import { Select, type Option } from '../../ui/Select.tsx';

const ALL = 'all';

interface ChoiceFilterProps<Value extends string> {
  label: string;
  options: readonly (Option & { value: Value })[];
  /** In the gender of what is chosen. */
  allLabel?: string;
  value: Value | undefined;
  onChange(value: Value | undefined): void;
}

/** One value, or all of them. */
export function ChoiceFilter<Value extends string>({
  label,
  options,
  allLabel = 'Tous',
  value,
  onChange,
}: ChoiceFilterProps<Value>) {
  return (
    <Select
      label={label}
      options={[{ value: ALL, label: allLabel }, ...options]}
      value={value ?? ALL}
      onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value)}
    />
  );
}
