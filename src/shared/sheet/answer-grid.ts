import type { ConfirmationField } from './confirmation-content.ts';
import { CONTENT_WIDTH_MM, LEFT_MM } from './geometry.ts';

const COLUMNS = 12;
const GUTTER_MM = 5;
const COLUMN_MM = (CONTENT_WIDTH_MM - (COLUMNS - 1) * GUTTER_MM) / COLUMNS;

const QUARTER = 3;
const THIRD = 4;
export const HALF = 6;

/** Columns of twelve that an answer takes; half the width for any other. Three columns are 40 mm. */
const SPANS: Readonly<Record<string, number>> = {
  'identification.civility': QUARTER,
  'identification.birthName': 5,
  'identification.usageName': THIRD,
  'identification.birthDate': QUARTER,
  'identification.birthCountry': QUARTER,
  'identification.birthTown': THIRD,
  'identification.fatherName': THIRD,
  'identification.motherName': THIRD,
  'identification.nationality': QUARTER,
  'identification.addressLine1': 5,
  'identification.addressLine2': THIRD,
  'identification.postcode': QUARTER,
  'identification.locality': THIRD,
  'identification.addressCountry': QUARTER,
  'identification.phone': QUARTER,
  'identification.ine': QUARTER,
  'candidature.exam': THIRD,
  'candidature.category': 5,
  'candidature.disability': QUARTER,
  'qualification.specialtyCode': 9,
  'qualification.form': QUARTER,
};

export interface GridCell {
  field: ConfirmationField;
  x: number;
  widthMm: number;
}

/** Rows across the page, in the order of the answers. The longest answer of a row takes what the others leave. */
export function gridRows(fields: readonly ConfirmationField[]): GridCell[][] {
  const rows: { field: ConfirmationField; span: number }[][] = [];
  let taken = COLUMNS;
  for (const field of fields) {
    const span = SPANS[field.id] ?? HALF;
    if (taken + span > COLUMNS) {
      rows.push([]);
      taken = 0;
    }
    rows.at(-1)?.push({ field, span });
    taken += span;
  }
  return rows.map((row) => {
    const spans = filled(row.map(({ span }) => span));
    return row.map(({ field }, index) => {
      const before = spans.slice(0, index).reduce((sum, span) => sum + span, 0);
      return { field, ...columnsAt(before, spans[index] ?? HALF) };
    });
  });
}

/** Where `span` columns are that stand after `before` others. */
export function columnsAt(before: number, span: number): { x: number; widthMm: number } {
  return {
    x: LEFT_MM + before * (COLUMN_MM + GUTTER_MM),
    widthMm: span * COLUMN_MM + (span - 1) * GUTTER_MM,
  };
}

function filled(spans: readonly number[]): number[] {
  const left = COLUMNS - spans.reduce((sum, span) => sum + span, 0);
  const longest = spans.indexOf(Math.max(...spans));
  return spans.map((span, index) => (index === longest ? span + left : span));
}
