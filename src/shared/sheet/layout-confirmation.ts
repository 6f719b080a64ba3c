import { joinDrawn, printed } from './block.ts';
import type { Drawn } from './block.ts';
import { answerSection } from './answer-sections.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { examPapersTable } from './exam-papers-table.ts';
import { BODY_BOTTOM_MM, DATE_BOX, LAYOUT_VERSION, LEFT_MM, SIGNATURE_BOX } from './geometry.ts';
import { documentTitle, firstHeader, runningHeader } from './header.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from './layout.ts';
import type { SheetLayout, SheetPage } from './layout.ts';
import { pageFurniture } from './page-furniture.ts';
import { flowGroups } from './page-flow.ts';
import { signBlock } from './sign-block.ts';
import { textAt } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';
import { versoGroups } from './verso.ts';

export type { MeasureText } from './text-flow.ts';

/**
 * Places a confirmation on upright A4 sheets printed on both sides. Page 1 bears the answers and the signature, page 2
 * what to do next; what does not fit goes on from page 3. `sealCode` gives the check of a code's body.
 */
export function layoutConfirmation(
  content: ConfirmationContent,
  measure: MeasureText,
  sealCode: (body: string) => string,
): SheetLayout {
  const bodies = pageBodies(content, measure);
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

function pageBodies(content: ConfirmationContent, measure: MeasureText): Drawn[] {
  const first = firstHeader(content, measure);
  const running = runningHeader(content, measure);
  const signing = signBlock(content, measure);
  const next = { top: running.bottom, bottom: BODY_BOTTOM_MM };

  const answers = [
    ...content.sections.map((section) => answerSection(section, measure)),
    examPapersTable(content, measure),
  ];
  const [recto = printed([]), ...moreAnswers] = flowGroups(
    answers,
    { top: first.bottom, bottom: signing.top },
    next,
  );
  const [verso = printed([]), ...moreVerso] = flowGroups(versoGroups(content, measure), next, next);

  const others = [verso, ...moreAnswers, ...moreVerso];
  // Two-sided printing takes whole sheets: an odd page would leave a back without codes.
  if (others.length % 2 === 0) others.push(blankPage(next.top));
  return [
    joinDrawn([first.drawn, recto, signing.drawn]),
    ...others.map((body) => joinDrawn([running.drawn, body])),
  ];
}

function blankPage(top: number): Drawn {
  return printed([textAt(LEFT_MM, top + 12, 'Page laissée blanche', STYLES.quiet)]);
}
