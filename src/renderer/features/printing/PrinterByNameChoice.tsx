import { printerLabel } from '#shared/sentences/print-words.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import type { PrinterByName } from './usePrinterByName.ts';

/** Where one sheet will come out, before it does. */
export function PrinterByNameChoice({ printer }: { printer: PrinterByName }) {
  const { printers, isSearching, error, name, choose } = printer;
  if (isSearching)
    return (
      <p className="quiet" role="status">
        Recherche des imprimantes…
      </p>
    );
  if (error) return <ErrorNotice error={error} />;
  if (printers.length === 0) return <Notice tone="info" title="Cet ordinateur n’a pas d’imprimante." />;
  return (
    <Select
      label="Où l’imprimer"
      description="Une imprimante que vous voyez d’ici : allez prendre la feuille aussitôt."
      options={printers.map((one) => ({ value: one.name, label: printerLabel(one) }))}
      value={name}
      onChange={choose}
    />
  );
}
