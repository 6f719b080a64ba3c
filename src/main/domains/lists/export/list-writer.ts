import type { ExportRow } from './export-row.ts';

/** A format of list, written piece by piece; each call gives the bytes that follow. */
export interface ListWriter {
  begin(): Uint8Array;
  rows(rows: readonly ExportRow[]): Uint8Array;
  end(): Uint8Array;
}
