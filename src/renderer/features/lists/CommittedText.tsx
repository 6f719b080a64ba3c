import { useState } from 'react';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface CommittedTextProps {
  label: string;
  value: string;
  onCommit(value: string): void;
  /** Where it is the first thing that is wanted of the screen. */
  takesFocus?: boolean;
}

/** Taken by Enter or on leaving the field: the list does not move under someone who still types. */
export function CommittedText({ label, value, onCommit, takesFocus = true }: CommittedTextProps) {
  const [typed, setTyped] = useState<string>();
  const commit = () => {
    if (typed !== undefined && typed.trim() !== value) onCommit(typed.trim());
    setTyped(undefined);
  };
  return (
    <Form onSubmit={commit}>
      <TextField
        label={label}
        type="search"
        value={typed ?? value}
        onChange={setTyped}
        onBlur={commit}
        autoFocus={takesFocus}
      />
    </Form>
  );
}
