import type { Box, SheetField, SheetLayout, SheetPage } from '#shared/sheet/layout.ts';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';

const POINTS_PER_MM = 72 / 25.4;
const PAGE = { widthMm: 210, heightMm: 297 };

export const SIGNATURE_BOX: Box = { x: 90, y: 240, w: 78, h: 26 };
export const DATE_BOX: Box = { x: 30, y: 240, w: 42, h: 14 };

/** A sheet of two pages laid out by hand, so that this room needs no other to be tested. */
export function smallLayout(): SheetLayout {
  const answers: [string, string][] = [
    ['identification.birthName', 'EXEMPLE'],
    ['identification.birthDate', '12/03/2001'],
    ['identification.postcode', '00990'],
  ];
  const fields = answers.map(([id, value], index): SheetField => {
    const y = 60 + index * 14;
    const box = { x: 20, y, w: 85, h: 10 };
    return { id, label: id, value, box, valueBox: { x: 20, y: y + 4, w: value.length * 2.5, h: 4 } };
  });
  const first = { ...emptyPage(), fields, signatureBox: SIGNATURE_BOX, dateBox: DATE_BOX };
  return {
    layoutVersion: 1,
    registrationNumber: '270000000000101',
    version: 1,
    training: true,
    printedInColour: true,
    title: 'Confirmation de Camille EXEMPLE',
    pages: [first, emptyPage()],
  };
}

function emptyPage(): SheetPage {
  const codes = [{ x: 91, y: 12, w: 17, h: 17 }];
  return { ...PAGE, items: [], fields: [], codes, marks: [], witness: [] };
}

/** Prints the values, a black square for each code, and a frame around the signature. */
export async function smallPdf(layout: SheetLayout): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const page of layout.pages) {
    const drawn = document.addPage([page.widthMm * POINTS_PER_MM, page.heightMm * POINTS_PER_MM]);
    const fromBottom = (mm: number): number => (page.heightMm - mm) * POINTS_PER_MM;
    for (const { value, valueBox } of page.fields) {
      drawn.drawText(value, {
        x: valueBox.x * POINTS_PER_MM,
        y: fromBottom(valueBox.y + valueBox.h - 0.8),
        size: 10,
        font,
      });
    }
    for (const code of page.codes) {
      const size = code.w * POINTS_PER_MM;
      drawn.drawRectangle({
        x: code.x * POINTS_PER_MM,
        y: fromBottom(code.y + code.h),
        width: size,
        height: size,
        color: rgb(0, 0, 0),
      });
    }
  }
  return document.save();
}
