import { printed } from './block.ts';
import type { Drawn } from './block.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { PAGE_WIDTH_MM } from './layout.ts';
import { textAt } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';

export const TRAINING_NOTICE_MM = 7.4;
const TEXT = 'BASE ÉCOLE — SANS VALEUR';
const WIDTH_MM = 110;
const BASELINE_MM = 5.3;
const FRAME_MM = 0.6;

/** Framed in the middle of a page: a sheet of a training base must never pass for a real one. */
export function trainingNotice(
  { training }: Pick<ConfirmationContent, 'training'>,
  top: number,
  measure: MeasureText,
): Drawn {
  if (!training) return printed([]);
  const style = STYLES.largeBold;
  const box = { x: (PAGE_WIDTH_MM - WIDTH_MM) / 2, y: top, w: WIDTH_MM, h: TRAINING_NOTICE_MM };
  const textLeft = (PAGE_WIDTH_MM - measure(TEXT, style.font, style.sizePt)) / 2;
  return printed([
    { kind: 'rect', box, strokeMm: FRAME_MM },
    textAt(textLeft, top + BASELINE_MM, TEXT, style),
  ]);
}
