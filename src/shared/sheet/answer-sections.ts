import { gridRows } from './answer-grid.ts';
import type { GridCell } from './answer-grid.ts';
import { hairline, joinDrawn } from './block.ts';
import type { Block, Drawn } from './block.ts';
import type { ConfirmationSection } from './confirmation-content.ts';
import type { GroupWithSpare } from './page-flow.ts';
import { sectionHeading } from './section-heading.ts';
import { tagged } from './tagging.ts';
import { linesAt, textAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { ascentMm, descentMm, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

/** Right of a value this part of its box, or at most so much, stays free for a correction in red. */
const FREE_SHARE = 0.18;
const FREE_MM = 16;
const LABEL_BASELINE_MM = 3;
const VALUE_BASELINE_MM = 7.1;
/** Below the last line of a value: room for a word written small, and for the tail of a strike. */
const ROOM_BELOW_MM = 2.1;
/** Where nothing is printed, this is where a value would begin. */
const EMPTY_VALUE_MM = 20;
/** Already read in large at the head of the sheet. */
const SAID_IN_HEADER = new Set(['candidature.exam', 'qualification.specialtyCode']);

/** The answers of one step, each in a box with white space for a correction. */
export function answerSection(section: ConfirmationSection, measure: MeasureText): GroupWithSpare {
  const rows = gridRows(section.fields).map((cells) => cells.map((cell) => setCell(cell, measure)));
  return (spareMm) => ({
    title: section.title,
    heading: (continued) => sectionHeading(section.title, continued),
    rows: rows.map((cells) => answerRow(cells, spareMm)),
  });
}

function setCell(cell: GridCell, measure: MeasureText): Cell {
  const { id, value } = cell.field;
  const style = SAID_IN_HEADER.has(id) ? STYLES.small : STYLES.text;
  const valueMm = cell.widthMm - Math.min(FREE_MM, cell.widthMm * FREE_SHARE);
  const lines = value === '' ? [] : wrapText(value, style, valueMm, measure);
  const widths = lines.map((line) => measure(line, style.font, style.sizePt));
  return { ...cell, style, lines, valueWidthMm: lines.length > 0 ? Math.max(...widths) : EMPTY_VALUE_MM };
}

function answerRow(cells: readonly Cell[], spareMm: number): Block {
  const moreLines = Math.max(0, ...cells.map(({ lines, style }) => (lines.length - 1) * style.leadingMm));
  const heightMm = VALUE_BASELINE_MM + moreLines + ROOM_BELOW_MM + spareMm;
  return { heightMm, draw: (top) => joinDrawn(cells.map((cell) => drawCell(cell, top, heightMm))) };
}

interface Cell extends GridCell {
  style: TextStyle;
  /** None where the answer is empty: a dash would be in the way of a pen. */
  lines: string[];
  valueWidthMm: number;
}

function drawCell(
  { field, x, widthMm, style, lines, valueWidthMm }: Cell,
  top: number,
  heightMm: number,
): Drawn {
  const firstBaseline = top + VALUE_BASELINE_MM;
  const valueTop = firstBaseline - ascentMm(style);
  const lastBaseline = firstBaseline + Math.max(0, lines.length - 1) * style.leadingMm;
  return {
    items: [
      ...tagged('Lbl', [textAt(x, top + LABEL_BASELINE_MM, field.label, STYLES.label)]),
      ...tagged('LBody', linesAt(x, firstBaseline, lines, style)),
      hairline(top + heightMm, x, x + widthMm),
    ],
    fields: [
      {
        ...field,
        box: { x, y: top, w: widthMm, h: heightMm },
        valueBox: { x, y: valueTop, w: valueWidthMm, h: lastBaseline + descentMm(style) - valueTop },
      },
    ],
  };
}
