import type { Ink } from '../contract/page-reading.ts';
import { LAYOUT_VERSION, LEFT_MM, RIGHT_MM } from './geometry.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from './layout.ts';
import type { Box, PrintedItem, SheetField, SheetLayout } from './layout.ts';
import { pageFurniture } from './page-furniture.ts';
import { textAt } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';

/** No registration ever bears it: campaigns begin at session 20. */
export const CHART_NUMBER = '000000000000000';

interface ChartPen {
  id: string;
  label: string;
  /** What the reader should call it. */
  ink: Ink;
}

/** The pens of an office, one cell each; a cell left empty counts for nothing. */
export const CHART_PENS: readonly ChartPen[] = [
  { id: 'red-ballpoint', label: 'Bille rouge', ink: 'red' },
  { id: 'red-gel', label: 'Gel rouge', ink: 'red' },
  { id: 'red-felt', label: 'Feutre rouge', ink: 'red' },
  { id: 'red-other', label: 'Autre rouge', ink: 'red' },
  { id: 'blue-ballpoint', label: 'Bille bleue', ink: 'blue' },
  { id: 'blue-other', label: 'Gel ou plume bleue', ink: 'blue' },
  { id: 'black-ballpoint', label: 'Bille noire', ink: 'black' },
  { id: 'pencil', label: 'Crayon à papier', ink: 'black' },
  { id: 'highlighter', label: 'Surligneur', ink: 'highlighter' },
  { id: 'orange', label: 'Orange', ink: 'other' },
  { id: 'pink', label: 'Rose', ink: 'other' },
  { id: 'purple', label: 'Violet', ink: 'other' },
];

const COLUMNS = 2;
const GUTTER_MM = 8;
const CELL = { w: (RIGHT_MM - LEFT_MM - GUTTER_MM) / COLUMNS, h: 26, firstY: 72, stepMm: 30.5 };
const LABEL_DROP_MM = 5;
/** Above it the cell bears its label, and what is drawn there would be mixed with print. */
const DRAWN_FROM_MM = 8;

const INSTRUCTIONS = [
  'Dans chaque case, tracez quelques traits et un mot avec le stylo nommé. Laissez vides les stylos que vous n’avez pas.',
  'Numérisez la feuille comme une confirmation rendue : même appareil, mêmes réglages, en couleur.',
];

/** A sheet that the reader registers like a confirmation, with cells for the office's own pens. */
export function layoutCalibrationChart(
  station: { training: boolean; printedInColour: boolean },
  measure: MeasureText,
  sealCode: (body: string) => string,
): SheetLayout {
  const code = {
    registrationNumber: CHART_NUMBER,
    version: 1,
    page: 1,
    pages: 1,
    layoutVersion: LAYOUT_VERSION,
    ...station,
  };
  const furniture = pageFurniture(code, sealCode, measure);
  const fields = CHART_PENS.map(cellOf);
  return {
    layoutVersion: LAYOUT_VERSION,
    registrationNumber: CHART_NUMBER,
    version: 1,
    ...station,
    title: 'Mire de calibrage des stylos',
    pages: [
      {
        ...furniture,
        widthMm: PAGE_WIDTH_MM,
        heightMm: PAGE_HEIGHT_MM,
        items: [
          textAt(LEFT_MM, 50, 'Mire de calibrage des stylos', STYLES.largeBold),
          ...INSTRUCTIONS.map((line, index) =>
            textAt(LEFT_MM, 57 + index * STYLES.small.leadingMm, line, STYLES.small),
          ),
          ...fields.flatMap(printedCell),
          ...furniture.items,
        ],
        fields,
      },
    ],
  };
}

function cellOf({ id, label }: ChartPen, index: number): SheetField {
  const box: Box = {
    x: LEFT_MM + (index % COLUMNS) * (CELL.w + GUTTER_MM),
    y: CELL.firstY + Math.floor(index / COLUMNS) * CELL.stepMm,
    w: CELL.w,
    h: CELL.h,
  };
  const valueBox = { ...box, y: box.y + DRAWN_FROM_MM, h: box.h - DRAWN_FROM_MM };
  return { id, label, value: '', box, valueBox };
}

function printedCell({ label, box }: SheetField): PrintedItem[] {
  return [
    { kind: 'rect', box, strokeMm: 0.2 },
    textAt(box.x + 2, box.y + LABEL_DROP_MM, label, STYLES.small),
  ];
}
