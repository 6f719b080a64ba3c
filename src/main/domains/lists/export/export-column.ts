import type { ExportRow } from './export-row.ts';

/** What a cell holds; each format writes it in its own way. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  /** ISO calendar date. */
  | { kind: 'date'; date: string }
  /** Local date and minute of the académie. */
  | { kind: 'moment'; local: string };

export interface ExportColumn {
  title: string;
  cell(row: ExportRow): Cell;
}

export function textCell(text: string): Cell {
  return { kind: 'text', text };
}

/** An empty text where there is no date. */
export function dateCell(iso: string | undefined): Cell {
  return iso !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(iso)
    ? { kind: 'date', date: iso }
    : textCell(iso ?? '');
}
