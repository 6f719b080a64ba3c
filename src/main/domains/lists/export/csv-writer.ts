import { assertNever } from '#shared/assert-never.ts';
import { CSV_MARK, csvLine, harmlessText } from './csv-text.ts';
import type { Cell, ExportColumn } from './export-column.ts';
import type { ListWriter } from './list-writer.ts';

interface CsvOptions {
  /** Whether people open it in a spreadsheet. A program that reads it takes each value as it is. */
  isForSpreadsheets: boolean;
}

/** The list as CSV. */
export function createCsvWriter(columns: readonly ExportColumn[], options: CsvOptions): ListWriter {
  const encoder = new TextEncoder();
  return {
    begin: () => encoder.encode(CSV_MARK + csvLine(columns.map(({ title }) => title))),
    rows: (rows) =>
      encoder.encode(
        rows.map((row) => csvLine(columns.map((column) => csvText(column.cell(row), options)))).join(''),
      ),
    end: () => new Uint8Array(0),
  };
}

function csvText(cell: Cell, { isForSpreadsheets }: CsvOptions): string {
  switch (cell.kind) {
    case 'text':
      return isForSpreadsheets ? harmlessText(cell.text) : cell.text;
    case 'number':
      return String(cell.value);
    case 'date':
      return cell.date;
    case 'moment':
      return cell.local.replace('T', ' ');
    default:
      return assertNever(cell);
  }
}
