import { printed, rule } from './block.ts';
import type { Drawn } from './block.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { CONTENT_WIDTH_MM, DATE_BOX, LEFT_MM, RIGHT_MM, SIGNATURE_BOX } from './geometry.ts';
import type { Box, PrintedItem } from './layout.ts';
import { tagged } from './tagging.ts';
import { linesAt, rightAlignedAt, textAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

/** What the candidate signs, stacked upwards from the two boxes, which never move. */
export interface SignBlock {
  drawn: Drawn;
  top: number;
}

const TITLE = 'À vérifier, dater et signer';
const GAP_ABOVE_MM = 5;
const FRAME_MM = 0.3;
/** Keeps the descenders of the last line 5 mm above the boxes. */
const LAST_LINE_BASELINE = DATE_BOX.y - 6;
const PARAGRAPH_GAP_MM = 1.4;
/** The captions stand beside their boxes: above them they would take a line from the answers. */
const CAPTION_GAP_MM = 5.4;
const CAPTION_BASELINE_MM = 3.9;

export function signBlock(content: ConfirmationContent, measure: MeasureText): SignBlock {
  const { enteredBy, campaign } = content;
  const titleMm = measure(TITLE, STYLES.heading.font, STYLES.heading.sizePt);
  const enteredByMm = measure(enteredBy, STYLES.quiet.font, STYLES.quiet.sizePt);
  const besideTitle = titleMm + 4 + enteredByMm <= CONTENT_WIDTH_MM;
  const paragraphs = [
    { text: campaign.texts.statement, style: STYLES.small },
    { text: redPenInstruction(content), style: STYLES.smallBold },
    { text: besideTitle ? '' : enteredBy, style: STYLES.quiet },
  ].filter(({ text }) => text !== '');
  const signed = stackedUpwards(paragraphs, measure);
  const headingBaseline = signed.firstBaseline - 5.8;
  return {
    drawn: printed([
      ...tagged('H2', [textAt(LEFT_MM, headingBaseline, TITLE, STYLES.heading)]),
      ...(besideTitle ? [rightAlignedAt(RIGHT_MM, headingBaseline, enteredBy, STYLES.quiet, measure)] : []),
      rule(headingBaseline + 1.6),
      ...signed.items,
      ...framed(DATE_BOX, 'Date', measure),
      ...framed(SIGNATURE_BOX, 'Signature', measure),
    ]),
    top: headingBaseline - GAP_ABOVE_MM,
  };
}

function stackedUpwards(
  paragraphs: readonly { text: string; style: TextStyle }[],
  measure: MeasureText,
): { items: PrintedItem[]; firstBaseline: number } {
  const items: PrintedItem[] = [];
  let y = LAST_LINE_BASELINE;
  let firstBaseline = y;
  for (const { text, style } of paragraphs.toReversed()) {
    const lines = wrapText(text, style, CONTENT_WIDTH_MM, measure);
    firstBaseline = y - (lines.length - 1) * style.leadingMm;
    items.unshift(...linesAt(LEFT_MM, firstBaseline, lines, style));
    y = firstBaseline - style.leadingMm - PARAGRAPH_GAP_MM;
  }
  return { items, firstBaseline };
}

function framed(box: Box, caption: string, measure: MeasureText): PrintedItem[] {
  const right = box.x - CAPTION_GAP_MM;
  return [
    rightAlignedAt(right, box.y + CAPTION_BASELINE_MM, caption, STYLES.smallBold, measure),
    { kind: 'rect', box, strokeMm: FRAME_MM },
  ];
}

/** Said only where the campaign accepts corrections in red: elsewhere they would be lost. */
function redPenInstruction({ campaign }: ConfirmationContent): string {
  return campaign.redPen.policy === 'none' ? '' : (campaign.texts.redPen ?? '');
}
