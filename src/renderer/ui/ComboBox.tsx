import { useContext, type KeyboardEvent } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { FieldLabel } from './FieldLabel.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { FieldProps } from './field-props.ts';
import type { Option } from './Select.tsx';

export type ComboBoxOption = Option & { hint?: string | undefined };

interface ComboBoxProps extends FieldProps {
  /** Already filtered by `text`. */
  options: readonly ComboBoxOption[];
  selected: string | null;
  onSelect(value: string | null): void;
  text: string;
  onTextChange(text: string): void;
  /** Whether what is typed may stay without being in the list. */
  allowsFreeText?: boolean;
}

/**
 * A list that narrows while one types. Who uses it filters, since some lists come from the core.
 *
 * Only Enter and a click take an option. The list opens by a key or its button, never because the text was changed by
 * the program: a label that arrives late would open it again under the mouse.
 */
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
      menuTrigger="manual"
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={field.isRequired} />
      <div className="combo-box">
        <SearchInput />
        <Button className="combo-box-button">▾</Button>
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className="popover">
        <ListBox<ComboBoxOption>
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

function SearchInput() {
  const list = useContext(ComboBoxStateContext);
  return <Input className="input" onInput={() => list?.open(null, 'input')} onKeyDownCapture={leaveOnTab} />;
}

/** The kit would take the option under the mouse or the last one walked over: Tab leaves the field and takes nothing. */
function leaveOnTab(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation();
}
