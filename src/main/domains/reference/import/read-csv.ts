import { parse, type Options } from 'csv-parse/sync';
import type { ImportRemark } from '#shared/contract/reference-import.ts';
import { GuichetError } from '#shared/errors.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import { counted } from '#shared/sentences/counted.ts';

export interface CsvRow {
  /** Of the file, from 1: the line where the row ends, which is where it begins but for a cell of several lines. */
  line: number;
  /** The cell under a header; empty where the row has none. */
  cell(header: string): string;
}

export interface CsvTable {
  rows: CsvRow[];
  /** Lines that are no row of this table, and why. */
  broken: ImportRemark[];
}

/** The first line of a file, as names of columns; accents and case aside. */
export function headersOf(text: string): string[] {
  const [line = ''] = text.split(/\r?\n/, 1);
  return line.split(';').map((header) => foldForSearch(header));
}

/** Reads a table separated by semicolons. Throws `reference-invalid` when a needed column is not there. */
export function readCsv(text: string, neededHeaders: readonly string[]): CsvTable {
  const headers = headersOf(text);
  const missing = neededHeaders.filter((header) => !headers.includes(foldForSearch(header)));
  if (missing.length > 0) {
    const names = missing.map((header) => `« ${header} »`).join(', ');
    throw new GuichetError('reference-invalid', {
      detail: { cause: `les colonnes ${names} manquent ; le séparateur est le point-virgule` },
    });
  }
  const broken: ImportRemark[] = [];
  const records = parseRecords(text, broken);
  const rows = records.slice(1).flatMap(({ record, info: { lines: line } }) => {
    if (record.length === headers.length) return [{ line, cell: cellReader(headers, record) }];
    broken.push({
      line,
      message: `${counted(record.length, 'colonne')} au lieu de ${headers.length} : ${record.join(' ; ').slice(0, 80)}`,
    });
    return [];
  });
  return { rows, broken };
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/** A fault of quoting stops no other line, but for a quote that is never closed: all that follows is in it. */
function parseRecords(text: string, broken: ImportRemark[]): ParsedRecord[] {
  let isOpen = false;
  const options: Options<string[], string[]> = {
    delimiter: ';',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip(error) {
      isOpen ||= error?.code === 'CSV_QUOTE_NOT_CLOSED';
      const line = Number(error?.['lines'] ?? 0);
      // Said once for each misplaced sign; the line is one all the same.
      if (broken.at(-1)?.line !== line) broken.push({ line, message: 'guillemets mal placés' });
      return undefined;
    },
  };
  const records = parse(text, options) as unknown as ParsedRecord[];
  if (isOpen)
    throw new GuichetError('reference-invalid', { detail: { cause: 'un guillemet n’est jamais refermé' } });
  return records;
}

function cellReader(headers: readonly string[], record: readonly string[]): CsvRow['cell'] {
  return (header) => (record[headers.indexOf(foldForSearch(header))] ?? '').replace(/\s+/g, ' ').trim();
}
