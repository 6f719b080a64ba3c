import { assertNever } from '../assert-never.ts';
import type { ExamPaperState } from '../contract/registrations.ts';
import { STEPS } from '../fields/catalogue.ts';
import { hairline, joinDrawn, printed } from './block.ts';
import type { Block } from './block.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { CONTENT_WIDTH_MM, LEFT_MM } from './geometry.ts';
import type { Group } from './page-flow.ts';
import { sectionHeading } from './section-heading.ts';
import { linesAt, textAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const TITLE = STEPS[4];
const UNKNOWN =
  'La liste des épreuves de cette spécialité n’est pas connue du guichet : ce sont celles du règlement d’examen en vigueur.';

/** The last third of the row stays white for corrections. */
const COLUMNS = {
  code: { x: LEFT_MM, widthMm: 15 },
  label: { x: LEFT_MM + 17, widthMm: 71 },
  state: { x: LEFT_MM + 94, widthMm: 31 },
  language: { x: LEFT_MM + 127, widthMm: 24 },
};
const FIRST_BASELINE_MM = 4.9;
const ROOM_BELOW_MM = 2.3;

/** One row per épreuve with its state; each row is a field, as the épreuves may be corrected in red too. */
export function examPapersTable(content: ConfirmationContent, measure: MeasureText): Group {
  const rows = content.examPapers.map((examPaper) => examPaperRow(examPaper, measure));
  if (!content.examPapersKnown) rows.unshift(sentenceRow(UNKNOWN, measure));
  return {
    heading: (continued) =>
      content.examPapers.length > 0 ? tableHeading(continued) : sectionHeading(TITLE, continued),
    rows,
  };
}

/** "À passer", "Dispensé", "Bénéfice 12/20", "Report 8,5/20": the four words that must not be mixed (docs/rules.md). */
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

function tableHeading(continued: boolean): Block {
  const section = sectionHeading(TITLE, continued);
  const columns: [keyof typeof COLUMNS, string][] = [
    ['code', 'Code'],
    ['label', 'Intitulé'],
    ['state', 'État'],
    ['language', 'Langue'],
  ];
  return {
    heightMm: section.heightMm + 4.4,
    draw: (top) => {
      const y = top + section.heightMm;
      const names = columns.map(([name, text]) => textAt(COLUMNS[name].x, y + 3, text, STYLES.label));
      return joinDrawn([section.draw(top), printed([...names, hairline(y + 4.4)])]);
    },
  };
}

function examPaperRow(examPaper: ExamPaperState, measure: MeasureText): Block {
  const state = examPaperStateText(examPaper);
  const language = examPaper.language ?? '';
  const label = examPaper.optional ? `${examPaper.label} (facultative)` : examPaper.label;
  const cell = (column: keyof typeof COLUMNS, text: string, style: TextStyle) => ({
    x: COLUMNS[column].x,
    style,
    lines: wrapText(text, style, COLUMNS[column].widthMm, measure),
  });
  const cells = [
    cell('code', examPaper.code, STYLES.smallBold),
    cell('label', label, STYLES.small),
    cell('state', state, STYLES.smallBold),
    cell('language', language, STYLES.small),
  ];
  const lineCount = Math.max(...cells.map(({ lines }) => lines.length));
  const heightMm = FIRST_BASELINE_MM + (lineCount - 1) * STYLES.small.leadingMm + ROOM_BELOW_MM;
  const valueRight = language ? COLUMNS.language.x + COLUMNS.language.widthMm : COLUMNS.language.x;
  return {
    heightMm,
    draw: (top) => ({
      items: [
        ...cells.flatMap(({ x, lines, style }) => linesAt(x, top + FIRST_BASELINE_MM, lines, style)),
        hairline(top + heightMm),
      ],
      fields: [
        {
          id: `examPapers.${examPaper.code}`,
          label: `${examPaper.code} ${label}`,
          value: language ? `${state}, ${language}` : state,
          box: { x: LEFT_MM, y: top, w: CONTENT_WIDTH_MM, h: heightMm },
          valueBox: { x: COLUMNS.state.x, y: top, w: valueRight - COLUMNS.state.x, h: heightMm },
        },
      ],
    }),
  };
}

function sentenceRow(sentence: string, measure: MeasureText): Block {
  const lines = wrapText(sentence, STYLES.small, CONTENT_WIDTH_MM, measure);
  return {
    heightMm: FIRST_BASELINE_MM + (lines.length - 1) * STYLES.small.leadingMm + ROOM_BELOW_MM,
    draw: (top) => printed(linesAt(LEFT_MM, top + FIRST_BASELINE_MM, lines, STYLES.small)),
  };
}
