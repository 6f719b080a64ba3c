import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { FieldLabel } from './FieldLabel.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { FieldProps } from './field-props.ts';
import type { Option } from './Select.tsx';

interface ComboBoxProps extends FieldProps {
  /** Already filtered by `text`. */
  options: readonly (Option & { hint?: string | undefined })[];
  selected: string | null;
  onSelect(value: string | null): void;
  text: string;
  onTextChange(text: string): void;
  /** Whether what is typed may stay without being in the list. */
  allowsFreeText?: boolean;
}

/** A list that narrows while one types. Who uses it filters, since some lists come from the core. */
export function ComboBox(props: ComboBoxProps) {
  const {
    label,
    description,
    errorMessage,
    options,
    selected,
    onSelect,
    text,
    onTextChange,
    allowsFreeText,
    ...field
  } = props;
  return (
    <AriaComboBox
      className="field"
      {...field}
      items={options}
      value={selected}
      onChange={(key) => onSelect(key === null ? null : String(key))}
      inputValue={text}
      onInputChange={onTextChange}
      allowsCustomValue={allowsFreeText ?? false}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={field.isRequired} />
      <div className="combo-box">
        <Input className="input" />
        <Button className="combo-box-button">▾</Button>
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className="popover">
        <ListBox<Option & { hint?: string | undefined }>
          className="list-box"
          renderEmptyState={() => <div className="list-box-empty">Rien ne correspond.</div>}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="list-box-item">
              {option.label}
              {option.hint !== undefined && <span className="list-box-hint">{option.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
