import type { PrinterDescription } from '#shared/contract/printing.ts';
import { printerLabel } from '#shared/sentences/print-words.ts';
import { Select } from '../../ui/Select.tsx';

/** No printer may be called so: CUPS and Windows refuse an empty name. */
const BY_DEFAULT = '';

interface PrinterChoiceProps {
  printers: readonly PrinterDescription[];
  /** Null: whichever is the machine's default. */
  value: string | null;
  onChange(printer: string | null): void;
}

/** One that was chosen and is gone stays in the list, and says so. */
export function PrinterChoice({ printers, value, onChange }: PrinterChoiceProps) {
  const isGone = value !== null && !printers.some(({ name }) => name === value);
  return (
    <Select
      label="Imprimante"
      options={[
        { value: BY_DEFAULT, label: 'Celle par défaut de cet ordinateur' },
        ...printers.map((printer) => ({ value: printer.name, label: printerLabel(printer) })),
        ...(isGone ? [{ value, label: `${value} – absente` }] : []),
      ]}
      value={value ?? BY_DEFAULT}
      onChange={(name) => onChange(name === BY_DEFAULT ? null : name)}
    />
  );
}
