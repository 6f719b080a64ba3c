import { arrangePages } from './arrange-pages.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { DATE_BOX, LAYOUT_VERSION, SIGNATURE_BOX } from './geometry.ts';
import { documentTitle } from './header.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from './layout.ts';
import type { SheetLayout, SheetPage } from './layout.ts';
import { pageFurniture } from './page-furniture.ts';
import type { MeasureText } from './text-flow.ts';

export type { MeasureText } from './text-flow.ts';

/**
 * Places a confirmation on upright A4 sheets printed on both sides. Page 1 bears the answers and the signature, page 2
 * what to do next and the answers that page 1 has no room for; what fits on neither goes on from page 3. `sealCode` gives the check of a code's body.
 */
export function layoutConfirmation(
  content: ConfirmationContent,
  measure: MeasureText,
  sealCode: (body: string) => string,
): SheetLayout {
  const bodies = arrangePages(content, measure);
  const pages = bodies.map((body, index): SheetPage => {
    const furniture = pageFurniture(
      {
        registrationNumber: content.registrationNumber,
        version: content.version,
        page: index + 1,
        pages: bodies.length,
        layoutVersion: LAYOUT_VERSION,
        printedInColour: content.printedInColour,
        training: content.training,
      },
      sealCode,
      measure,
    );
    return {
      ...furniture,
      widthMm: PAGE_WIDTH_MM,
      heightMm: PAGE_HEIGHT_MM,
      items: [...body.items, ...furniture.items],
      fields: body.fields,
      ...(index === 0 ? { signatureBox: SIGNATURE_BOX, dateBox: DATE_BOX } : {}),
    };
  });
  return {
    layoutVersion: LAYOUT_VERSION,
    registrationNumber: content.registrationNumber,
    version: content.version,
    training: content.training,
    printedInColour: content.printedInColour,
    title: `${documentTitle(content)} — ${content.candidateName}`,
    pages,
  };
}
