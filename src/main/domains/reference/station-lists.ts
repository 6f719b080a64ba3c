import { countrySchema, examPaperSetSchema, specialtySchema } from '#shared/contract/reference.ts';
import { LIST_KINDS, type ImportedList, type ListKind } from '#shared/contract/reference-import.ts';
import type { StationContext } from '#main/context.ts';
import { jsonOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';
import type { OfficialLists } from './reference.ts';

/** Entries that this station imported, to be laid over those of the program. */
export function readStationLists(database: ReadableDatabase): OfficialLists {
  const rowsOf = (kind: ListKind) =>
    database.all('SELECT content FROM reference_entry WHERE kind = ? ORDER BY code', kind);
  return {
    specialties: rowsOf('specialties').map((row) => jsonOf(row, 'content', specialtySchema)),
    examPapers: rowsOf('examPapers').map((row) => jsonOf(row, 'content', examPaperSetSchema)),
    countries: rowsOf('countries').map((row) => jsonOf(row, 'content', countrySchema)),
  };
}

/** Keeps the entries of one file, over those of former files; none of the others goes away. */
export function keepEntries(
  { database, agent, clock }: Pick<StationContext, 'database' | 'agent' | 'clock'>,
  { kind, fileName, entries }: { kind: ListKind; fileName: string; entries: ReadonlyMap<string, unknown> },
): void {
  database.transaction(() => {
    for (const [code, entry] of entries) keepEntry(database, kind, code, entry);
    database.run(
      'INSERT INTO reference_import (id, kind, file_name, imported_at_ms, imported_by) VALUES (?, ?, ?, ?, ?)',
      newId(),
      kind,
      fileName,
      clock.nowMs(),
      agent.name,
    );
  });
}

function keepEntry(database: WritableDatabase, kind: ListKind, code: string, entry: unknown): void {
  database.run(
    `INSERT INTO reference_entry (kind, code, content) VALUES (?, ?, ?)
     ON CONFLICT (kind, code) DO UPDATE SET content = excluded.content`,
    kind,
    code,
    JSON.stringify(entry),
  );
}

/** What a clerk is told of each list: how much of it, and from where. */
export function describeLists(database: ReadableDatabase, lists: OfficialLists): ImportedList[] {
  return LIST_KINDS.map((kind) => ({
    kind,
    entryCount: lists[kind].length,
    importedCount: numberOf(
      database.get('SELECT count(*) AS n FROM reference_entry WHERE kind = ?', kind) ?? {},
      'n',
    ),
    lastImport: lastImportOf(database, kind),
  }));
}

function lastImportOf(database: ReadableDatabase, kind: ListKind): ImportedList['lastImport'] {
  const row = database.get(
    'SELECT * FROM reference_import WHERE kind = ? ORDER BY imported_at_ms DESC, id DESC LIMIT 1',
    kind,
  );
  if (!row) return null;
  return {
    fileName: textOf(row, 'file_name'),
    importedAtMs: numberOf(row, 'imported_at_ms'),
    importedBy: textOf(row, 'imported_by'),
  };
}
