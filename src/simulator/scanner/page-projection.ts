import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from '#shared/sheet/layout.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { inOrder, scaling, squareToQuad, translation, turning, type Projection } from './projection.ts';
import type { QuarterTurn, ScanPlan } from './scan-plan.ts';

/** Size of the scanner's window in pixels, before any quarter turn: an A4 page. */
export function frameSize(dpi: number): { widthPx: number; heightPx: number } {
  return {
    widthPx: Math.round((PAGE_WIDTH_MM / 25.4) * dpi),
    heightPx: Math.round((PAGE_HEIGHT_MM / 25.4) * dpi),
  };
}

/** From millimetres on the sheet to pixels of the image, before any quarter turn. */
export function sheetToFrame(plan: ScanPlan, random: SeededRandom): Projection {
  if (plan.phone) return photographedSheet(plan.dpi, plan.phone.perspective, random);
  return inOrder(
    translation(-PAGE_WIDTH_MM / 2, -PAGE_HEIGHT_MM / 2),
    scaling(plan.scaleX, plan.scaleY),
    turning(plan.skewDeg),
    translation(PAGE_WIDTH_MM / 2 + plan.offsetXMm, PAGE_HEIGHT_MM / 2 + plan.offsetYMm),
    scaling(plan.dpi / 25.4, plan.dpi / 25.4),
  );
}

/** The sheet seen at an angle, all of it inside the picture. */
function photographedSheet(dpi: number, perspective: number, random: SeededRandom): Projection {
  const { widthPx, heightPx } = frameSize(dpi);
  const inset = (): number => random.range(0.015, 0.02 + perspective);
  const corner = (right: boolean, bottom: boolean): { x: number; y: number } => ({
    x: widthPx * (right ? 1 - inset() : inset()),
    y: heightPx * (bottom ? 1 - inset() : inset()),
  });
  return inOrder(
    scaling(1 / PAGE_WIDTH_MM, 1 / PAGE_HEIGHT_MM),
    squareToQuad([corner(false, false), corner(true, false), corner(true, true), corner(false, true)]),
  );
}

/** Where a quarter turn of the whole image takes its pixels. */
export function quarterTurned(turn: QuarterTurn, size: { widthPx: number; heightPx: number }): Projection {
  const sideways = turn === 90 || turn === 270;
  const [widthAfter, heightAfter] = sideways ? [size.heightPx, size.widthPx] : [size.widthPx, size.heightPx];
  return inOrder(
    translation(-size.widthPx / 2, -size.heightPx / 2),
    turning(turn),
    translation(widthAfter / 2, heightAfter / 2),
  );
}
