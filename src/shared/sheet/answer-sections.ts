import { hairline, joinDrawn } from './block.ts';
import type { Block, Drawn } from './block.ts';
import type { ConfirmationField, ConfirmationSection } from './confirmation-content.ts';
import { CONTENT_WIDTH_MM, LEFT_MM } from './geometry.ts';
import type { Group } from './page-flow.ts';
import { sectionHeading } from './section-heading.ts';
import { linesAt, textAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { ascentMm, descentMm, STYLES } from './type-styles.ts';

const GUTTER_MM = 6;
const CELL_WIDTH_MM = (CONTENT_WIDTH_MM - GUTTER_MM) / 2;
/** A value stays left of this, so that a correction in red finds room at its right. */
const VALUE_WIDTH_MM = 62;
const LABEL_BASELINE_MM = 3;
const VALUE_BASELINE_MM = 7.1;
/** Below the last line of a value: room for a word written small, and for the tail of a strike. */
const ROOM_BELOW_MM = 2.5;

/** The answers of one step, two by two, each in a box with white space for a correction. */
export function answerSection(section: ConfirmationSection, measure: MeasureText): Group {
  const rows: Block[] = [];
  for (let index = 0; index < section.fields.length; index += 2) {
    rows.push(answerRow(section.fields.slice(index, index + 2), measure));
  }
  return { heading: (continued) => sectionHeading(section.title, continued), rows };
}

function answerRow(fields: readonly ConfirmationField[], measure: MeasureText): Block {
  const cells = fields.map((field) => ({
    field,
    lines: wrapText(field.value || '—', STYLES.text, VALUE_WIDTH_MM, measure),
  }));
  const lineCount = Math.max(...cells.map((cell) => cell.lines.length));
  const heightMm = VALUE_BASELINE_MM + (lineCount - 1) * STYLES.text.leadingMm + ROOM_BELOW_MM;
  return {
    heightMm,
    draw: (top) =>
      joinDrawn(
        cells.map((cell, index) => {
          const x = LEFT_MM + index * (CELL_WIDTH_MM + GUTTER_MM);
          return drawCell(cell, x, top, heightMm, measure);
        }),
      ),
  };
}

interface Cell {
  field: ConfirmationField;
  lines: string[];
}

function drawCell(
  { field, lines }: Cell,
  x: number,
  top: number,
  heightMm: number,
  measure: MeasureText,
): Drawn {
  const style = STYLES.text;
  const firstBaseline = top + VALUE_BASELINE_MM;
  const widest = Math.max(...lines.map((line) => measure(line, style.font, style.sizePt)));
  const valueTop = firstBaseline - ascentMm(style);
  const valueBottom = firstBaseline + (lines.length - 1) * style.leadingMm + descentMm(style);
  return {
    items: [
      textAt(x, top + LABEL_BASELINE_MM, field.label, STYLES.label),
      ...linesAt(x, firstBaseline, lines, style),
      hairline(top + heightMm, x, x + CELL_WIDTH_MM),
    ],
    fields: [
      {
        ...field,
        box: { x, y: top, w: CELL_WIDTH_MM, h: heightMm },
        valueBox: { x, y: valueTop, w: widest, h: valueBottom - valueTop },
      },
    ],
  };
}
