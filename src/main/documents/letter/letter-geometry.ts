import { STYLES, type TextStyle } from '#shared/sheet/type-styles.ts';

/**
 * An upright A4 folded in three for a window envelope: DL (110 × 220 mm, window 35 × 100 mm at 20 mm from the right and bottom edges)
 * or C5 with the same window. The address keeps clear of the window's edges, whichever way the sheet slips.
 */
export const ADDRESS_BOX = { x: 108, y: 52, w: 84, h: 32 };

/** Where the sheet is folded: a small stroke at the edge. */
export const FOLDS_MM = [99, 198];

export const REFERENCES_TOP_MM = 52;
export const REFERENCES_WIDTH_MM = 78;
export const DATE_BASELINE_MM = 96;
export const FIRST_BODY_TOP_MM = 100;
export const NEXT_BODY_TOP_MM = 30;
export const BODY_BOTTOM_MM = 264;
export const TRAINING_TOP_MM = 267;
export const FOOT_BASELINE_MM = 283;

/** Headings in a narrow column, what they head at their right: as on the back of the confirmation. */
export const HEADING_WIDTH_MM = 35;
export const TEXT_LEFT_MM = 56;

/** A letter is read at leisure: wider between the lines than a sheet that must hold on one page. */
export const LETTER_TEXT: TextStyle = { ...STYLES.text, leadingMm: 4.9 };
export const LETTER_STRONG: TextStyle = { ...STYLES.textBold, leadingMm: 4.9 };
export const ADDRESS_STYLE: TextStyle = { ...STYLES.text, sizePt: 10.5, leadingMm: 4.8 };
