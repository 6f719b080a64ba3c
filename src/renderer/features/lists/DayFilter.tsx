import { useState } from 'react';
import { isoDate } from '#shared/contract/text.ts';
import { DateInput } from '../../fields/DateInput.tsx';

interface DayFilterProps {
  label: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** A local day; it narrows once it is a whole date, and says so when it cannot be one. */
export function DayFilter({ label, value, onChange }: DayFilterProps) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value ?? '';
  const isWrong = typed !== undefined && typed !== '' && !isoDate.safeParse(typed).success;
  return (
    <DateInput
      label={label}
      value={shown}
      errorMessage={isWrong && /^\d{4}-/.test(shown) ? 'Cette date n’existe pas.' : undefined}
      onChange={(next) => {
        const text = typeof next === 'string' ? next : '';
        setTyped(text);
        if (text === '') onChange(undefined);
        if (isoDate.safeParse(text).success) onChange(text);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
