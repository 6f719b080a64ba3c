import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { FieldLabel } from './FieldLabel.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { FieldProps } from './field-props.ts';

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends FieldProps {
  options: readonly Option[];
  value: string | undefined;
  onChange(value: string): void;
  /** For a cell of a table, whose header already names it. */
  isLabelHidden?: boolean;
}

export function Select({
  label,
  description,
  errorMessage,
  options,
  value,
  onChange,
  isLabelHidden,
  ...field
}: SelectProps) {
  return (
    <AriaSelect
      className="field"
      {...field}
      aria-label={isLabelHidden ? label : undefined}
      placeholder="Choisir…"
      value={value ?? null}
      onChange={(key) => onChange(String(key))}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      {!isLabelHidden && <FieldLabel label={label} isRequired={field.isRequired} />}
      <Button className="input select-button">
        <SelectValue />
        <span aria-hidden="true" className="select-arrow">
          ▾
        </span>
      </Button>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className="popover">
        <ListBox className="list-box">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className="list-box-item">
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
