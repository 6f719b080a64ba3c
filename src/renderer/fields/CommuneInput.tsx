import type { Commune } from '#shared/contract/reference.ts';
import { useCommandQuery } from '../host/useCommandQuery.ts';
import type { FieldProps } from '../ui/field-props.ts';
import { SuggestionBox } from '../ui/SuggestionBox.tsx';

interface CommuneInputProps extends FieldProps {
  name: string;
  /** What to search when it is not the name: the postcode already typed. */
  query?: string;
  /** A commune of the list. */
  onChoose(commune: Commune): void;
  /** A name that may not be in the list: communes merge and vanish. */
  onType(name: string): void;
}

export function CommuneInput({ name, query = name, onChoose, onType, ...field }: CommuneInputProps) {
  const found = useCommandQuery(
    'reference.communes',
    { query },
    { enabled: query.trim().length > 1, keepPrevious: true },
  );
  const communes = query.trim().length > 1 ? (found.data ?? []) : [];
  return (
    <SuggestionBox
      {...field}
      options={communes.map((commune) => ({
        value: commune.code,
        label: commune.name,
        hint: commune.department,
      }))}
      text={name}
      onType={onType}
      onChoose={(code) => {
        const commune = communes.find((one) => one.code === code);
        if (commune) onChoose(commune);
      }}
    />
  );
}
