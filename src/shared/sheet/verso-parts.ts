import { printed, rule } from './block.ts';
import type { Block } from './block.ts';
import { LEFT_MM, RIGHT_MM } from './geometry.ts';
import type { PrintedItem } from './layout.ts';
import type { Group } from './page-flow.ts';
import { linesAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { ascentMm, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

/** The back of the sheet: headings in a narrow column, what they head at their right, in lines short enough to read. */
const HEADING_WIDTH_MM = 40;
const TEXT_LEFT_MM = LEFT_MM + 46;
const TEXT_WIDTH_MM = RIGHT_MM - TEXT_LEFT_MM;
const GAP_ABOVE_MM = 3.4;
const GAP_AFTER_RULE_MM = 2;

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
        ...linesAt(LEFT_MM, top + openingMm + ascentMm(STYLES.heading), lines, STYLES.heading),
      ]),
  };
  return [
    { heading: () => heading, rows, leastHeightMm: openingMm + lines.length * STYLES.heading.leadingMm },
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

/** Something to bring or to tick: an empty square, what it is, why it is asked. */
export function tickable(texts: readonly StyledText[], measure: MeasureText): Block {
  const size = 3.2;
  const body = indentedParagraphs(texts, 6, measure);
  const square = (top: number): PrintedItem => ({
    kind: 'rect',
    box: { x: TEXT_LEFT_MM, y: top + 0.5, w: size, h: size },
    strokeMm: 0.25,
  });
  return {
    heightMm: body.heightMm + 0.4,
    draw: (top) => ({ items: [square(top), ...body.draw(top).items], fields: [] }),
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

const PARAGRAPH_GAP_MM = 1.4;
