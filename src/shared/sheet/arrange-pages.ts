import { answerSection } from './answer-sections.ts';
import { joinDrawn, printed } from './block.ts';
import type { Drawn } from './block.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { examPapersTable } from './exam-papers-table.ts';
import { BODY_BOTTOM_MM, LEFT_MM } from './geometry.ts';
import { firstHeader, runningHeader } from './header.ts';
import { findBottom, flowGroups } from './page-flow.ts';
import { placeAnswers } from './place-answers.ts';
import { signBlock } from './sign-block.ts';
import { textAt } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { trainingNotice } from './training-notice.ts';
import { STYLES } from './type-styles.ts';
import { TIGHT_VERSO, USUAL_VERSO, versoGroups } from './verso.ts';
import type { VersoStyles } from './verso.ts';

/** White space added to every row of answers, from the most generous. */
const SPARE_MM = [3, 2, 1, 0.5, 0];

/** Between the bottom codes, where page 1 has its signature. */
const FOOT_NOTICE_TOP_MM = 266;

interface Arrangement {
  pages: Drawn[];
  isCut: boolean;
  wholeInFront: number;
}

/**
 * What each page bears between its codes. Offices print and scan back thousands: one sheet before two, then as many sections
 * as can be in front, where the candidate signs, then as much white space as is left.
 */
export function arrangePages(content: ConfirmationContent, measure: MeasureText): Drawn[] {
  const usual = bestArrangement(setParts(content, measure, USUAL_VERSO), measure);
  if (usual.pages.length <= 2) return usual.pages;
  const tight = bestArrangement(setParts(content, measure, TIGHT_VERSO), measure);
  return isBetter(tight, usual) ? tight.pages : usual.pages;
}

function bestArrangement(parts: Parts, measure: MeasureText): Arrangement {
  return SPARE_MM.map((spareMm) => arrangeWith(spareMm, parts, measure)).reduce((best, next) =>
    isBetter(next, best) ? next : best,
  );
}

function isBetter(one: Arrangement, other: Arrangement): boolean {
  if (one.pages.length !== other.pages.length) return one.pages.length < other.pages.length;
  if (one.isCut !== other.isCut) return other.isCut;
  return one.wholeInFront > other.wholeInFront;
}

type Parts = ReturnType<typeof setParts>;

/** All that does not depend on the white space in the rows. */
function setParts(content: ConfirmationContent, measure: MeasureText, versoStyles: VersoStyles) {
  const running = runningHeader(content, measure);
  const next = { top: running.bottom, bottom: BODY_BOTTOM_MM };
  const instructions = versoGroups(content, measure, versoStyles);
  const [verso = printed([]), ...moreVerso] = flowGroups(instructions, next, next);
  return {
    first: firstHeader(content, measure),
    running,
    notice: trainingNotice(content, FOOT_NOTICE_TOP_MM, measure),
    signing: signBlock(content, measure),
    answers: [
      ...content.sections.map((section) => answerSection(section, measure)),
      examPapersTable(content, measure),
    ],
    verso,
    moreVerso,
    back: { top: findBottom(instructions, next) ?? next.bottom, bottom: next.bottom },
    next,
  };
}

function arrangeWith(spareMm: number, parts: Parts, measure: MeasureText): Arrangement {
  const { first, running, notice, signing, verso, moreVerso, back, next } = parts;
  const answers = parts.answers.map((group) => group(spareMm)).filter(({ rows }) => rows.length > 0);
  const front = { top: first.bottom, bottom: signing.top };
  const placed = placeAnswers(answers, { front, back, next }, measure);
  const others = [joinDrawn([verso, placed.back]), ...placed.after, ...moreVerso];
  // Two-sided printing takes whole sheets: an odd page would leave a back without codes.
  if (others.length % 2 === 0) others.push(blankPage(next.top));
  return {
    ...placed,
    pages: [
      joinDrawn([first.drawn, placed.front, signing.drawn]),
      ...others.map((body) => joinDrawn([running.drawn, body, notice])),
    ],
  };
}

function blankPage(top: number): Drawn {
  return printed([textAt(LEFT_MM, top + 12, 'Page laissée blanche', STYLES.quiet)]);
}
