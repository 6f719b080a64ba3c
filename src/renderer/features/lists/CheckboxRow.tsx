import { useId } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';

interface CheckboxRowProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  values: readonly Value[];
  onChange(values: Value[]): void;
}

/** None checked narrows nothing. */
export function CheckboxRow<Value extends string>({
  label,
  options,
  values,
  onChange,
}: CheckboxRowProps<Value>) {
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId} className="checkbox-row">
      <span id={labelId} className="field-label">
        {label}
      </span>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          isSelected={values.includes(option.value)}
          onChange={(isSelected) =>
            onChange(
              options
                .map(({ value }) => value)
                .filter((value) => (value === option.value ? isSelected : values.includes(value))),
            )
          }
        >
          {option.label}
        </Checkbox>
      ))}
    </div>
  );
}
