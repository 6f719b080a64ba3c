import type { ImportRemark, ImportResult } from '#shared/contract/reference-import.ts';

/** An official list as read, before it is compared with what the station knows. */
export interface ImportedEntries<Entry> {
  rowCount: number;
  /** By code, each once. */
  entries: ReadonlyMap<string, Entry>;
  otherDiplomas: ImportResult['otherDiplomas'];
  merged: ImportRemark[];
  notUnderstood: ImportRemark[];
  remarks: ImportRemark[];
}
