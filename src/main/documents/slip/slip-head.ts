import { hairline, rule } from '#shared/sheet/block.ts';
import { CONTENT_WIDTH_MM, LEFT_MM, RIGHT_MM, TOP_MM } from '#shared/sheet/geometry.ts';
import type { PrintedItem } from '#shared/sheet/layout.ts';
import { asFurniture, tagged } from '#shared/sheet/tagging.ts';
import { linesAt, rightAlignedAt, textAt, wrapText, type MeasureText } from '#shared/sheet/text-flow.ts';
import { ascentMm, STYLES } from '#shared/sheet/type-styles.ts';
import type { SlipContent } from './slip-content.ts';
import { COLUMNS } from './slip-table.ts';

const LABEL_MM = 32;
const COLUMN_TITLES_MM = 6;

/** Page 1: what this is, from whom, to whom; then the titles of the columns. */
export function slipHead(
  content: SlipContent,
  measure: MeasureText,
): { items: PrintedItem[]; bottom: number } {
  const { largeBold, textBold, text, small, label } = STYLES;
  const top = TOP_MM + ascentMm(largeBold);
  const items: PrintedItem[] = [
    textAt(LEFT_MM, top, content.academyName, textBold),
    textAt(LEFT_MM, top + 4.6, content.serviceName, small),
    ...tagged('H1', [textAt(LEFT_MM, top + 15, 'Bordereau de transmission', STYLES.display)]),
    rightAlignedAt(RIGHT_MM, top, content.slipNumber, largeBold, measure),
    rightAlignedAt(RIGHT_MM, top + 4.6, content.issuedOn, small, measure),
  ];
  let y = top + 20.5;
  const rows = [
    ['Campagne', content.campaignTitle],
    ['Remis par', content.sender],
    ['À', content.receiver],
    ['Dossiers', String(content.files.length)],
  ] as const;
  for (const [name, value] of rows) {
    const lines = wrapText(value, text, CONTENT_WIDTH_MM - LABEL_MM, measure);
    items.push(hairline(y), ...tagged('Lbl', [textAt(LEFT_MM, y + 4.6, name, label)]));
    items.push(...tagged('LBody', linesAt(LEFT_MM + LABEL_MM, y + 4.7, lines, text)));
    y += 6.4 + (lines.length - 1) * text.leadingMm;
  }
  items.push(hairline(y));
  return { items: [...items, ...columnTitles(y + 2)], bottom: y + 2 + COLUMN_TITLES_MM };
}

export function runningSlipHead(
  content: SlipContent,
  measure: MeasureText,
): { items: PrintedItem[]; bottom: number } {
  const y = TOP_MM + ascentMm(STYLES.smallBold);
  return {
    items: asFurniture([
      textAt(LEFT_MM, y, 'Bordereau de transmission', STYLES.smallBold),
      rightAlignedAt(RIGHT_MM, y, content.slipNumber, STYLES.smallBold, measure),
      ...columnTitles(y + 2),
    ]),
    bottom: y + 2 + COLUMN_TITLES_MM,
  };
}

function columnTitles(top: number): PrintedItem[] {
  return [
    ...Object.values(COLUMNS).flatMap(({ title, x }) =>
      tagged('TH', [textAt(x, top + 4, title, STYLES.label)], 'titles'),
    ),
    rule(top + COLUMN_TITLES_MM - 0.4),
  ];
}
