import { assertNever } from '../assert-never.ts';
import type { ExamPaperState } from '../contract/registrations.ts';
import { STEPS } from '../fields/catalogue.ts';
import { columnsAt, HALF } from './answer-grid.ts';
import { hairline, joinDrawn, printed } from './block.ts';
import type { Block, Drawn } from './block.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { CONTENT_WIDTH_MM, LEFT_MM } from './geometry.ts';
import type { SheetField } from './layout.ts';
import type { GroupWithSpare } from './page-flow.ts';
import { sectionHeading } from './section-heading.ts';
import { tagged } from './tagging.ts';
import { linesAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { ascentMm, descentMm, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const TITLE = STEPS[4];
const UNKNOWN =
  'La liste des épreuves de cette spécialité n’est pas connue du guichet : ce sont celles du règlement d’examen en vigueur.';

const SIDE_BY_SIDE = 2;
/** Within the box of an épreuve. Right of the state and below it the paper stays white for corrections. */
const COLUMNS = {
  code: { leftMm: 0, widthMm: 9.5 },
  label: { leftMm: 10.5, widthMm: 45.5 },
  state: { leftMm: 58, widthMm: 27 },
};
const FIRST_BASELINE_MM = 4.2;
const ROOM_BELOW_MM = 1.5;
const LEAST_HEIGHT_MM = 7.4;

/** One box per épreuve with its state; each is a field, as the épreuves may be corrected in red too. */
export function examPapersTable(content: ConfirmationContent, measure: MeasureText): GroupWithSpare {
  const cells = content.examPapers.map((examPaper) => examPaperCell(examPaper, measure));
  const sentence = content.examPapersKnown ? [] : [sentenceRow(UNKNOWN, measure)];
  return (spareMm) => {
    const rows: Block[] = [...sentence];
    for (let index = 0; index < cells.length; index += SIDE_BY_SIDE)
      rows.push(examPaperRow(cells.slice(index, index + SIDE_BY_SIDE), spareMm));
    return { title: TITLE, heading: (continued) => sectionHeading(TITLE, continued), rows };
  };
}

/** "À passer", "Dispensé", "Bénéfice 12/20", "Report 8,5/20": the four words that must not be mixed (domain.md 3.4). */
function examPaperStateText({ state, mark }: ExamPaperState): string {
  const outOf20 = mark === undefined ? '' : ` ${String(mark).replace('.', ',')}/20`;
  switch (state) {
    case 'toSit':
      return 'À passer';
    case 'exempt':
      return 'Dispensé';
    case 'kept':
      return `Bénéfice${outOf20}`;
    case 'carried':
      return `Report${outOf20}`;
    default:
      return assertNever(state);
  }
}

/** Lines of one style in a column, from the `startLine`th line of the row. */
interface Text {
  column: keyof typeof COLUMNS;
  leftMm: number;
  startLine: number;
  style: TextStyle;
  lines: string[];
}

interface Cell {
  field: Pick<SheetField, 'id' | 'label' | 'value'>;
  texts: Text[];
  lineCount: number;
  valueLineCount: number;
}

function examPaperRow(cells: readonly Cell[], spareMm: number): Block {
  const heightMm = textHeightMm(Math.max(...cells.map(({ lineCount }) => lineCount))) + spareMm;
  return {
    heightMm,
    draw: (top) => joinDrawn(cells.map((cell, index) => drawCell(cell, index, top, heightMm))),
  };
}

function textHeightMm(lineCount: number): number {
  const height = FIRST_BASELINE_MM + (lineCount - 1) * STYLES.small.leadingMm + ROOM_BELOW_MM;
  return Math.max(LEAST_HEIGHT_MM, height);
}

function examPaperCell(examPaper: ExamPaperState, measure: MeasureText): Cell {
  const { code, optional } = examPaper;
  const chosen = examPaper.language ?? examPaper.choice;
  const label = optional ? optionalLabel(examPaper.label) : examPaper.label;
  const state = examPaperStateText(examPaper);
  const set = (column: keyof typeof COLUMNS, text: string, style: TextStyle, startLine = 0): Text => {
    const { leftMm, widthMm } = COLUMNS[column];
    return { column, leftMm, startLine, style, lines: wrapText(text, style, widthMm, measure) };
  };
  const stated = set('state', state, STYLES.smallBold);
  const choice = chosen ? [set('state', chosen, STYLES.small, stated.lines.length)] : [];
  const texts = [set('code', code, STYLES.smallBold), set('label', label, STYLES.small), stated, ...choice];
  const endLine = ({ startLine, lines }: Text) => startLine + lines.length;
  return {
    field: {
      id: `examPapers.${code}`,
      label: `${code} ${label}`,
      value: chosen ? `${state}, ${chosen}` : state,
    },
    texts,
    lineCount: Math.max(...texts.map(endLine)),
    valueLineCount: Math.max(...[stated, ...choice].map(endLine)),
  };
}

function optionalLabel(label: string): string {
  return label.includes('(facultative)') ? label : `${label} (facultative)`;
}

function drawCell(
  { field, texts, valueLineCount }: Cell,
  index: number,
  top: number,
  heightMm: number,
): Drawn {
  const { x, widthMm } = columnsAt(index * HALF, HALF);
  const { leadingMm } = STYLES.small;
  const baseline = top + FIRST_BASELINE_MM;
  const draw = ({ leftMm, startLine, lines, style }: Text) =>
    linesAt(x + leftMm, baseline + startLine * leadingMm, lines, style);
  return {
    items: [
      ...[...Map.groupBy(texts, ({ column }) => column)].flatMap(([column, ofColumn]) =>
        tagged(column === 'code' ? 'TH' : 'TD', ofColumn.flatMap(draw), field.id),
      ),
      hairline(top + heightMm, x, x + widthMm),
    ],
    fields: [
      {
        ...field,
        box: { x, y: top, w: widthMm, h: heightMm },
        valueBox: {
          x: x + COLUMNS.state.leftMm,
          y: baseline - ascentMm(STYLES.small),
          w: COLUMNS.state.widthMm,
          h: (valueLineCount - 1) * leadingMm + ascentMm(STYLES.small) + descentMm(STYLES.small),
        },
      },
    ],
  };
}

function sentenceRow(sentence: string, measure: MeasureText): Block {
  const lines = wrapText(sentence, STYLES.small, CONTENT_WIDTH_MM, measure);
  return {
    heightMm: textHeightMm(lines.length),
    draw: (top) => printed(linesAt(LEFT_MM, top + FIRST_BASELINE_MM, lines, STYLES.small)),
  };
}
