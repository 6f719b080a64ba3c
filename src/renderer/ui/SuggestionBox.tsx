import { useState } from 'react';
import { ComboBox, type ComboBoxOption } from './ComboBox.tsx';
import type { FieldProps } from './field-props.ts';

interface SuggestionBoxProps extends FieldProps {
  /** Already filtered by `text`. */
  options: readonly ComboBoxOption[];
  text: string;
  /** Anything typed: it may stay without being in the list. */
  onType(text: string): void;
  onChoose(value: string): void;
}

/** A text with proposals. It knows which one was taken, since two may read the same (Saint-Denis), until a key is typed. */
export function SuggestionBox({ text, onType, onChoose, ...field }: SuggestionBoxProps) {
  const [taken, setTaken] = useState<string | null>(null);
  return (
    <ComboBox
      {...field}
      allowsFreeText
      selected={taken}
      text={text}
      onTextChange={(typed) => {
        setTaken(null);
        onType(typed);
      }}
      onSelect={(value) => {
        setTaken(value);
        if (value !== null) onChoose(value);
      }}
    />
  );
}
