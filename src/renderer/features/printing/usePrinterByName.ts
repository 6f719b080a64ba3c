import { useState } from 'react';
import type { PrinterDescription } from '#shared/contract/printing.ts';
import type { GuichetError } from '#shared/errors.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';

export interface PrinterByName {
  printers: readonly PrinterDescription[];
  isSearching: boolean;
  error: GuichetError | null;
  /** Undefined: the clerk has to say. */
  name: string | undefined;
  choose(name: string): void;
}

/**
 * For a sheet that must not lie in a corridor: one printer by its name. The station's own is proposed, or the only one there is; never the
 * machine's default, which nobody may have looked at yet.
 */
export function usePrinterByName(): PrinterByName {
  const { data, error, isFetching } = useCommandQuery('printers.list', {}, { isFresh: true });
  const [chosen, choose] = useState<string>();
  const printers = data?.printers ?? [];
  const known = (name: string | null | undefined) => printers.find((printer) => printer.name === name)?.name;
  const only = printers.length === 1 ? printers[0]?.name : undefined;
  return {
    printers,
    isSearching: isFetching,
    error: error ?? (data?.trouble ? fromWireError(data.trouble) : null),
    name: chosen ?? known(data?.settings.chosen) ?? only,
    choose,
  };
}
