import { printed, rule } from './block.ts';
import type { Block } from './block.ts';
import { LEFT_MM, RIGHT_MM } from './geometry.ts';
import type { PrintedItem } from './layout.ts';
import type { Group } from './page-flow.ts';
import { tagged } from './tagging.ts';
import { linesAt, textAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { ascentMm, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

/** The back of the sheet: headings in a narrow column, what they head at their right, in lines short enough to read. */
const HEADING_WIDTH_MM = 35;
const TEXT_LEFT_MM = LEFT_MM + 39;
const TEXT_WIDTH_MM = RIGHT_MM - TEXT_LEFT_MM;
const GAP_ABOVE_MM = 2;
const GAP_AFTER_RULE_MM = 1.6;
const PARAGRAPH_GAP_MM = 1.2;
const TICK_INDENT_MM = 6;
const TICK_BOX = { w: 3.4, h: 3.4 };

/** Nothing when there is no row: a heading never stands over emptiness. */
export function versoGroup(title: string, rows: Block[], measure: MeasureText): Group[] {
  if (rows.length === 0) return [];
  const lines = wrapText(title, STYLES.heading, HEADING_WIDTH_MM, measure);
  const openingMm = GAP_ABOVE_MM + GAP_AFTER_RULE_MM;
  const heading: Block = {
    heightMm: openingMm,
    draw: (top) =>
      printed([
        rule(top + GAP_ABOVE_MM),
        ...tagged('H2', linesAt(LEFT_MM, top + openingMm + ascentMm(STYLES.heading), lines, STYLES.heading)),
      ]),
  };
  return [
    {
      title,
      heading: () => heading,
      rows,
      leastHeightMm: openingMm + lines.length * STYLES.heading.leadingMm,
    },
  ];
}

export interface StyledText {
  text: string;
  style: TextStyle;
}

/** Texts one under the other that stay together. */
export function paragraphs(texts: readonly StyledText[], measure: MeasureText): Block {
  return indentedParagraphs(texts, 0, measure);
}

/** Something to bring: a square to tick, what it is, and why it is asked, on the same line where there is room. */
export function tickable(what: string, why: string, measure: MeasureText): Block {
  const { smallBold, quiet } = STYLES;
  const whyLeft = TEXT_LEFT_MM + TICK_INDENT_MM + measure(what, smallBold.font, smallBold.sizePt) + 2.5;
  const onOneLine = whyLeft + measure(why, quiet.font, quiet.sizePt) <= RIGHT_MM;
  const texts = [{ text: what, style: smallBold }, ...(onOneLine ? [] : [{ text: why, style: quiet }])];
  const body = indentedParagraphs(texts, TICK_INDENT_MM, measure);
  return {
    heightMm: body.heightMm + 0.4,
    draw: (top) => {
      const square: PrintedItem = {
        kind: 'rect',
        box: { x: TEXT_LEFT_MM, y: top, ...TICK_BOX },
        strokeMm: 0.25,
      };
      const beside = onOneLine ? [textAt(whyLeft, top + ascentMm(quiet), why, quiet)] : [];
      return printed([square, ...tagged('LBody', [...body.draw(top).items, ...beside])]);
    },
  };
}

function indentedParagraphs(texts: readonly StyledText[], indentMm: number, measure: MeasureText): Block {
  const set = texts.map(({ text, style }) => ({
    style,
    lines: wrapText(text, style, TEXT_WIDTH_MM - indentMm, measure),
  }));
  const textMm = set.reduce((sum, { lines, style }) => sum + lines.length * style.leadingMm, 0);
  return {
    heightMm: textMm + PARAGRAPH_GAP_MM,
    draw: (top) => {
      const items: PrintedItem[] = [];
      let y = top;
      for (const { lines, style } of set) {
        items.push(...linesAt(TEXT_LEFT_MM + indentMm, y + ascentMm(style), lines, style));
        y += lines.length * style.leadingMm;
      }
      return printed(items);
    },
  };
}
