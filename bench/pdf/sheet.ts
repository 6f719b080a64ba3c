import { createMeasure } from '#main/documents/confirmation/index.ts';
import { sealSheetCode } from '#main/documents/sheet-seal.ts';
import { layoutConfirmation } from '#shared/sheet/layout-confirmation.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { aConfirmation, fictitiousExamPapers } from '../../tests/builders/confirmation-content.ts';

const measure = createMeasure();
const SHEET_KEY = new Uint8Array(32).fill(7);

/** Achievements and épreuves of the usual sheet, which one sheet of paper bears, and of one of sixty answers. */
export const SHEETS = {
  'two-pages': { achievements: 1, examPapers: 14 },
  'sixty-fields': { achievements: 6, examPapers: 32 },
} as const;
export type SheetKind = keyof typeof SHEETS;

/** A sheet with a name of its own: nothing of one may serve the next. */
export function sheetOf(kind: SheetKind, index: number): SheetLayout {
  const { achievements, examPapers } = SHEETS[kind];
  const ordinary = aConfirmation({ candidateName: `Mme EXEMPLE${index} Camille Zoé` });
  const fields = Array.from({ length: achievements }, (_, rank) => ({
    id: `achievements.${rank}`,
    label: `Acquis ${rank + 1}`,
    value: `Brevet fictif, ${2019 + rank}, Valmont — E${rank + 1} : bénéfice 12/20`,
  }));
  const sections = [...ordinary.sections.slice(0, 3), { title: 'Acquis', fields }];
  const content = { ...ordinary, sections, examPapers: fictitiousExamPapers(examPapers) };
  return layoutConfirmation(content, measure, (body) => sealSheetCode(SHEET_KEY, body));
}

export function fieldCount({ pages }: SheetLayout): number {
  return pages.reduce((sum, page) => sum + page.fields.length, 0);
}
