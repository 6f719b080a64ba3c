import { findField } from '#shared/fields/catalogue.ts';
import type { PageReading } from '#shared/contract/page-reading.ts';
import type { SheetField, SheetLayout } from '#shared/sheet/layout.ts';

/** Fields of the printed page, in the order of the paper. */
export function printedFields(layout: SheetLayout, reading: PageReading): SheetField[] {
  return layout.pages[(reading.sheetPage ?? 1) - 1]?.fields ?? [];
}

/** Fields that ink touches, whatever its colour: a correction in blue is still to be seen. */
export function touchedFieldIds(reading: PageReading): Set<string> {
  return new Set(reading.marks.flatMap((mark) => mark.fields));
}

/** A simple answer can be typed beside the scan; lists (acquis, épreuves) are changed in the file itself. */
export function isTypable(fieldId: string): boolean {
  return findField(fieldId) !== undefined;
}

/** What was typed and differs from the saved answer; an emptied field is removed (null). */
export function changesFrom(
  typed: ReadonlyMap<string, unknown>,
  saved: (path: string) => unknown,
): Record<string, unknown> {
  const changes = [...typed].map(([path, value]): [string, unknown] => [
    path,
    value === '' || value === undefined ? null : value,
  ]);
  return Object.fromEntries(changes.filter(([path, value]) => value !== (saved(path) ?? null)));
}
