import { flowGroups } from '#shared/sheet/page-flow.ts';
import { LEFT_MM, RIGHT_MM } from '#shared/sheet/geometry.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM, type PrintedItem } from '#shared/sheet/layout.ts';
import { asFurniture } from '#shared/sheet/tagging.ts';
import { rightAlignedAt, textAt, type MeasureText } from '#shared/sheet/text-flow.ts';
import { trainingNotice } from '#shared/sheet/training-notice.ts';
import { STYLES } from '#shared/sheet/type-styles.ts';
import type { PrintedPage } from '../page-content.ts';
import type { LetterContent } from './letter-content.ts';
import {
  BODY_BOTTOM_MM,
  FIRST_BODY_TOP_MM,
  FOOT_BASELINE_MM,
  NEXT_BODY_TOP_MM,
  TRAINING_TOP_MM,
} from './letter-geometry.ts';
import { letterHead, runningHead } from './letter-head.ts';
import { letterGroups } from './letter-parts.ts';

/** Places a letter on upright A4 pages, as many as it takes; nothing is ever dropped. */
export function layoutLetter(content: LetterContent, measure: MeasureText): PrintedPage[] {
  const bodies = flowGroups(
    letterGroups(content, measure),
    { top: FIRST_BODY_TOP_MM, bottom: BODY_BOTTOM_MM },
    { top: NEXT_BODY_TOP_MM, bottom: BODY_BOTTOM_MM },
  );
  return bodies.map((body, index) => ({
    widthMm: PAGE_WIDTH_MM,
    heightMm: PAGE_HEIGHT_MM,
    items: [
      ...(index === 0 ? letterHead(content, measure) : runningHead(content, measure)),
      ...body.items,
      ...trainingNotice(content, TRAINING_TOP_MM, measure).items,
      ...foot(content, `${index + 1}/${bodies.length}`, measure),
    ],
  }));
}

/** A sheet printed on both sides never bears two letters. */
export function onWholeSheets(pages: PrintedPage[]): PrintedPage[] {
  return pages.length % 2 === 0
    ? pages
    : [...pages, { widthMm: PAGE_WIDTH_MM, heightMm: PAGE_HEIGHT_MM, items: [] }];
}

function foot(content: LetterContent, page: string, measure: MeasureText): PrintedItem[] {
  return asFurniture([
    textAt(LEFT_MM, FOOT_BASELINE_MM, content.reference, STYLES.label),
    rightAlignedAt(RIGHT_MM, FOOT_BASELINE_MM, `page ${page}`, STYLES.label, measure),
  ]);
}
