import { assertNever } from '#shared/assert-never.ts';
import { printed, rule, type Block } from '#shared/sheet/block.ts';
import { LEFT_MM, RIGHT_MM } from '#shared/sheet/geometry.ts';
import type { PrintedItem, TextTag } from '#shared/sheet/layout.ts';
import type { Group } from '#shared/sheet/page-flow.ts';
import { tagged } from '#shared/sheet/tagging.ts';
import { linesAt, textAt, wrapText, type MeasureText } from '#shared/sheet/text-flow.ts';
import { ascentMm, STYLES, type TextStyle } from '#shared/sheet/type-styles.ts';
import type { LetterContent, LetterPart } from './letter-content.ts';
import { HEADING_WIDTH_MM, LETTER_STRONG, LETTER_TEXT, TEXT_LEFT_MM } from './letter-geometry.ts';

const TEXT_WIDTH_MM = RIGHT_MM - TEXT_LEFT_MM;
const PARAGRAPH_GAP_MM = 2.4;
const ROW_GAP_MM = 1.6;
const INDENT_MM = 6.5;
const FACT_LABEL_MM = 50;
const SIGNATURE_MM = 32;
/** Left for a stamp or a signature of the service. */
const STAMP_MM = 22;
const SQUARE_MM = 3.4;

/** The text of the letter, from its subject to its signature, as groups that pages are filled with. */
export function letterGroups(content: LetterContent, measure: MeasureText): Group[] {
  const subject = textBlock(content.subject, LETTER_STRONG, measure, PARAGRAPH_GAP_MM, 'H1');
  const greeting = textBlock(content.greeting, LETTER_TEXT, measure, PARAGRAPH_GAP_MM);
  return [
    headed('Objet', [subject, greeting], measure),
    ...content.parts.map((part) => headed(part.title ?? '', rowsOf(part, measure), measure)),
    headed('', [signatory(content, measure)], measure),
  ];
}

function rowsOf(part: LetterPart, measure: MeasureText): Block[] {
  switch (part.kind) {
    case 'paragraphs':
      return part.texts.map((text) => textBlock(text, LETTER_TEXT, measure, PARAGRAPH_GAP_MM));
    case 'facts':
      return part.rows.map((row) => factRow(row, measure));
    case 'papers':
      return part.rows.map((row) => paperRow(row, part.mark, measure));
    case 'striking':
      return [textBlock(part.text, STYLES.largeBold, measure, PARAGRAPH_GAP_MM)];
    case 'candidateSignature':
      return [textBlock(part.text, LETTER_TEXT, measure, PARAGRAPH_GAP_MM), signingRow()];
    default:
      return assertNever(part);
  }
}

/** A rule and a heading at the left; without a heading the text only goes on. */
function headed(title: string, rows: Block[], measure: MeasureText): Group {
  const style = STYLES.heading;
  const linesOf = (text: string) => (title === '' ? [] : wrapText(text, style, HEADING_WIDTH_MM, measure));
  const heading = (continued: boolean): Block => ({
    heightMm: title === '' ? PARAGRAPH_GAP_MM : 4,
    draw: (top) =>
      printed(
        title === ''
          ? []
          : [
              rule(top + 1.6),
              ...tagged(
                'H2',
                linesAt(
                  LEFT_MM,
                  top + 4 + ascentMm(style),
                  linesOf(continued ? `${title} (suite)` : title),
                  style,
                ),
              ),
            ],
      ),
  });
  return { title, heading, rows, leastHeightMm: 4 + linesOf(title).length * style.leadingMm };
}

function textBlock(
  text: string,
  style: TextStyle,
  measure: MeasureText,
  gapMm: number,
  role: TextTag['role'] = 'P',
): Block {
  const lines = wrapText(text, style, TEXT_WIDTH_MM, measure);
  return {
    heightMm: lines.length * style.leadingMm + gapMm,
    draw: (top) => printed(tagged(role, linesAt(TEXT_LEFT_MM, top + ascentMm(style), lines, style))),
  };
}

function factRow({ label, value }: { label: string; value: string }, measure: MeasureText): Block {
  const lines = wrapText(value, LETTER_TEXT, TEXT_WIDTH_MM - FACT_LABEL_MM, measure);
  const labels = wrapText(label, STYLES.quiet, FACT_LABEL_MM - 3, measure);
  const textMm = Math.max(lines.length * LETTER_TEXT.leadingMm, labels.length * STYLES.quiet.leadingMm);
  return {
    heightMm: textMm + ROW_GAP_MM,
    draw: (top) => {
      const y = top + ascentMm(LETTER_TEXT);
      return printed([
        ...tagged('Lbl', linesAt(TEXT_LEFT_MM, y, labels, STYLES.quiet)),
        ...tagged('LBody', linesAt(TEXT_LEFT_MM + FACT_LABEL_MM, y, lines, LETTER_TEXT)),
      ]);
    },
  };
}

function paperRow(
  { what, why }: { what: string; why: string },
  mark: 'toBring' | 'there',
  measure: MeasureText,
): Block {
  const width = TEXT_WIDTH_MM - INDENT_MM;
  const whatLines = wrapText(what, LETTER_STRONG, width, measure);
  const whyLines = why === '' ? [] : wrapText(why, STYLES.quiet, width, measure);
  const whatMm = whatLines.length * LETTER_STRONG.leadingMm;
  return {
    heightMm: whatMm + whyLines.length * STYLES.quiet.leadingMm + ROW_GAP_MM,
    draw: (top) =>
      printed([
        ...markAt(top, mark),
        ...tagged('LBody', [
          ...linesAt(TEXT_LEFT_MM + INDENT_MM, top + ascentMm(LETTER_STRONG), whatLines, LETTER_STRONG),
          ...linesAt(TEXT_LEFT_MM + INDENT_MM, top + whatMm + ascentMm(STYLES.quiet), whyLines, STYLES.quiet),
        ]),
      ]),
  };
}

function markAt(top: number, mark: 'toBring' | 'there'): PrintedItem[] {
  const x = TEXT_LEFT_MM;
  const y = top + 0.5;
  const square: PrintedItem = {
    kind: 'rect',
    box: { x, y, w: SQUARE_MM, h: SQUARE_MM },
    strokeMm: 0.25,
  };
  const stroke = (x1: number, y1: number, x2: number, y2: number): PrintedItem => ({
    kind: 'line',
    x1: x + x1,
    y1: y + y1,
    x2: x + x2,
    y2: y + y2,
    widthMm: 0.45,
    grey: 0,
  });
  return mark === 'toBring' ? [square] : [square, stroke(0.7, 1.8, 1.4, 2.6), stroke(1.4, 2.6, 2.8, 0.8)];
}

function signingRow(): Block {
  return {
    heightMm: SIGNATURE_MM,
    draw: (top) =>
      printed(
        [
          { label: 'Date', x: TEXT_LEFT_MM, w: 40 },
          { label: 'Signature du candidat', x: TEXT_LEFT_MM + 46, w: TEXT_WIDTH_MM - 46 },
        ].flatMap(({ label, x, w }): PrintedItem[] => [
          textAt(x, top + 3, label, STYLES.label),
          { kind: 'rect', box: { x, y: top + 4.5, w, h: SIGNATURE_MM - 8 }, strokeMm: 0.25 },
        ]),
      ),
  };
}

function signatory({ signatory: name }: LetterContent, measure: MeasureText): Block {
  const left = TEXT_LEFT_MM + 60;
  const lines = wrapText(name, LETTER_STRONG, RIGHT_MM - left, measure);
  return {
    heightMm: lines.length * LETTER_STRONG.leadingMm + STAMP_MM,
    draw: (top) => printed(linesAt(left, top + 4 + ascentMm(LETTER_STRONG), lines, LETTER_STRONG)),
  };
}
