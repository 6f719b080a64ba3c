import { MM_PER_PT } from './geometry.ts';

export interface TextStyle {
  font: 'regular' | 'bold';
  sizePt: number;
  /** 0 black to 1 white; never above 0.45, the lightest that a scan in black and white still holds. */
  grey: number;
  /** From one baseline to the next: 1.25 of the size, so that accents and tails never meet. */
  leadingMm: number;
}

/** Few sizes: 6.5 and 7 for what only names, 8.5 and 10 for what is read (7.5 for notes that would cost a second sheet), 13 and 19 for what is seen at arm's length. */
export const STYLES = {
  digits: { font: 'regular', sizePt: 6.5, grey: 0, leadingMm: 2.87 },
  label: { font: 'regular', sizePt: 7, grey: 0.42, leadingMm: 3.1 },
  fine: { font: 'regular', sizePt: 7.5, grey: 0, leadingMm: 3.31 },
  small: { font: 'regular', sizePt: 8.5, grey: 0, leadingMm: 3.75 },
  smallBold: { font: 'bold', sizePt: 8.5, grey: 0, leadingMm: 3.75 },
  quiet: { font: 'regular', sizePt: 8.5, grey: 0.38, leadingMm: 3.75 },
  text: { font: 'regular', sizePt: 10, grey: 0, leadingMm: 4.4 },
  textBold: { font: 'bold', sizePt: 10, grey: 0, leadingMm: 4.4 },
  heading: { font: 'bold', sizePt: 10, grey: 0, leadingMm: 4.4 },
  large: { font: 'regular', sizePt: 13, grey: 0, leadingMm: 5.75 },
  largeBold: { font: 'bold', sizePt: 13, grey: 0, leadingMm: 5.75 },
  display: { font: 'bold', sizePt: 19, grey: 0, leadingMm: 8.4 },
} as const satisfies Record<string, TextStyle>;

/** Above the baseline, accents on capitals included (Atkinson Hyperlegible: 0.95 of the size). */
export function ascentMm(style: TextStyle): number {
  return 0.95 * style.sizePt * MM_PER_PT;
}

/** Below the baseline (0.29 of the size). */
export function descentMm(style: TextStyle): number {
  return 0.29 * style.sizePt * MM_PER_PT;
}
