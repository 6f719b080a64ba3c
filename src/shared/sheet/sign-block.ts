import { printed, rule } from './block.ts';
import type { Drawn } from './block.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { CONTENT_WIDTH_MM, DATE_BOX, LEFT_MM, SIGNATURE_BOX } from './geometry.ts';
import type { PrintedItem } from './layout.ts';
import { linesAt, textAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';

/** What the candidate signs, stacked upwards from the two boxes, which never move. */
export interface SignBlock {
  drawn: Drawn;
  top: number;
}

const FRAME_MM = 0.3;
/** Keeps the descenders of the captions 5 mm above the boxes. */
const CAPTION_BASELINE = DATE_BOX.y - 6;
const LAST_LINE_BASELINE = CAPTION_BASELINE - 5.6;
const PARAGRAPH_GAP_MM = 1.6;

export function signBlock(content: ConfirmationContent, measure: MeasureText): SignBlock {
  const paragraphs = [
    { text: content.campaign.texts.statement, style: STYLES.small },
    { text: redPenInstruction(content), style: STYLES.smallBold },
    { text: content.enteredBy, style: STYLES.quiet },
  ]
    .filter(({ text }) => text !== '')
    .map(({ text, style }) => ({ style, lines: wrapText(text, style, CONTENT_WIDTH_MM, measure) }));
  const heightMm =
    paragraphs.reduce((sum, { lines, style }) => sum + lines.length * style.leadingMm, 0) +
    (paragraphs.length - 1) * PARAGRAPH_GAP_MM;
  const firstBaseline = LAST_LINE_BASELINE + STYLES.small.leadingMm - heightMm;
  const headingBaseline = firstBaseline - 6.2;

  const items: PrintedItem[] = [
    textAt(LEFT_MM, headingBaseline, 'À vérifier, dater et signer', STYLES.heading),
    rule(headingBaseline + 1.6),
  ];
  let y = firstBaseline;
  for (const { lines, style } of paragraphs) {
    items.push(...linesAt(LEFT_MM, y, lines, style));
    y += lines.length * style.leadingMm + PARAGRAPH_GAP_MM;
  }
  items.push(
    textAt(DATE_BOX.x, CAPTION_BASELINE, 'Date', STYLES.smallBold),
    textAt(SIGNATURE_BOX.x, CAPTION_BASELINE, 'Signature de la candidate ou du candidat', STYLES.smallBold),
    { kind: 'rect', box: DATE_BOX, strokeMm: FRAME_MM },
    { kind: 'rect', box: SIGNATURE_BOX, strokeMm: FRAME_MM },
  );
  return { drawn: printed(items), top: headingBaseline - 5 };
}

/** Said only where the campaign accepts corrections in red: elsewhere they would be lost. */
function redPenInstruction({ campaign }: ConfirmationContent): string {
  return campaign.redPen.policy === 'none' ? '' : (campaign.texts.redPen ?? '');
}
