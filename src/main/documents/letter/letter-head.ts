import { hairline } from '#shared/sheet/block.ts';
import { CONTENT_WIDTH_MM, LEFT_MM, RIGHT_MM, TOP_MM } from '#shared/sheet/geometry.ts';
import type { PrintedItem } from '#shared/sheet/layout.ts';
import { asFurniture, tagged } from '#shared/sheet/tagging.ts';
import { linesAt, rightAlignedAt, textAt, wrapText, type MeasureText } from '#shared/sheet/text-flow.ts';
import { ascentMm, STYLES, type TextStyle } from '#shared/sheet/type-styles.ts';
import type { LetterContent } from './letter-content.ts';
import {
  ADDRESS_BOX,
  ADDRESS_STYLE,
  DATE_BASELINE_MM,
  FOLDS_MM,
  REFERENCES_TOP_MM,
  REFERENCES_WIDTH_MM,
} from './letter-geometry.ts';

const ISSUER_WIDTH_MM = 100;
const REFERENCE_ROW_MM = 5.4;

/** Page 1 above the text: who writes, to whom, about which file, where and when. */
export function letterHead(content: LetterContent, measure: MeasureText): PrintedItem[] {
  return [
    ...issuer(content, measure),
    ...references(content, measure),
    ...recipient(content, measure),
    rightAlignedAt(RIGHT_MM, DATE_BASELINE_MM, content.placeAndDate, STYLES.text, measure),
    ...FOLDS_MM.map((y): PrintedItem => ({
      kind: 'line',
      x1: 4,
      y1: y,
      x2: 8,
      y2: y,
      widthMm: 0.15,
      grey: 0.5,
    })),
  ];
}

/** Any other page: enough to put a parted sheet back with its first one. */
export function runningHead({ issuer, subject }: LetterContent, measure: MeasureText): PrintedItem[] {
  const [line = ''] = wrapText(subject, STYLES.small, CONTENT_WIDTH_MM, measure);
  return asFurniture([
    textAt(LEFT_MM, TOP_MM + ascentMm(STYLES.smallBold), issuer.academyName, STYLES.smallBold),
    textAt(LEFT_MM, TOP_MM + ascentMm(STYLES.smallBold) + 4.2, line, STYLES.small),
  ]);
}

function issuer({ issuer: from }: LetterContent, measure: MeasureText): PrintedItem[] {
  const lines: [string | undefined, TextStyle][] = [
    [from.academyName, STYLES.largeBold],
    [from.serviceName, STYLES.textBold],
    [from.bureau, STYLES.text],
    [from.addressLines.join(', ') || undefined, STYLES.small],
    [[from.phone, from.email].filter((way) => way !== undefined).join(' · ') || undefined, STYLES.small],
  ];
  const items: PrintedItem[] = [];
  let y = TOP_MM;
  for (const [text, style] of lines) {
    if (text === undefined) continue;
    const wrapped = wrapText(text, style, ISSUER_WIDTH_MM, measure);
    items.push(...linesAt(LEFT_MM, y + ascentMm(style), wrapped, style));
    y += wrapped.length * style.leadingMm + 0.4;
  }
  return items;
}

function references({ references: rows }: LetterContent, measure: MeasureText): PrintedItem[] {
  const right = LEFT_MM + REFERENCES_WIDTH_MM;
  const items: PrintedItem[] = [];
  let y = REFERENCES_TOP_MM;
  for (const { label, value: text } of rows) {
    const labelMm = measure(label, STYLES.label.font, STYLES.label.sizePt);
    const lines = wrapText(text, STYLES.small, REFERENCES_WIDTH_MM - labelMm - 3, measure);
    const value = lines.map((line, index) =>
      rightAlignedAt(right, y + 3.9 + index * STYLES.small.leadingMm, line, STYLES.small, measure),
    );
    items.push(
      hairline(y, LEFT_MM, right),
      ...tagged('Lbl', [textAt(LEFT_MM, y + 3.8, label, STYLES.label)]),
      ...tagged('LBody', value),
    );
    y += REFERENCE_ROW_MM + (lines.length - 1) * STYLES.small.leadingMm;
  }
  items.push(hairline(y, LEFT_MM, right));
  return items;
}

function recipient({ recipient: address }: LetterContent, measure: MeasureText): PrintedItem[] {
  const lines = address.flatMap((line) => wrapText(line, ADDRESS_STYLE, ADDRESS_BOX.w, measure));
  return linesAt(ADDRESS_BOX.x, ADDRESS_BOX.y + ascentMm(ADDRESS_STYLE), lines, ADDRESS_STYLE);
}
