import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { FieldLabel } from './FieldLabel.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { FieldProps } from './field-props.ts';
import type { Option } from './Select.tsx';

interface RadioGroupProps extends FieldProps {
  options: readonly Option[];
  value: string | undefined;
  onChange(value: string): void;
  /** One option a line, for long ones. */
  isVertical?: boolean;
}

export function RadioGroup(props: RadioGroupProps) {
  const {
    label,
    description,
    errorMessage,
    options,
    value,
    onChange,
    autoFocus,
    isVertical = false,
    ...field
  } = props;
  return (
    <AriaRadioGroup
      className="field"
      {...field}
      value={value ?? null}
      onChange={onChange}
      orientation={isVertical ? 'vertical' : 'horizontal'}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={field.isRequired} />
      <div className={isVertical ? 'radio-options radio-options-vertical' : 'radio-options'}>
        {options.map((option, index) => (
          <Radio
            key={option.value}
            value={option.value}
            className="radio"
            autoFocus={autoFocus === true && index === 0}
          >
            <span className="radio-dot" aria-hidden="true" />
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaRadioGroup>
  );
}
