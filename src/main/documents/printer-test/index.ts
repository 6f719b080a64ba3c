import { CONTENT_WIDTH_MM, LEFT_MM, MARK_BOXES, TOP_MM } from '#shared/sheet/geometry.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM, type PrintedItem } from '#shared/sheet/layout.ts';
import { tagged } from '#shared/sheet/tagging.ts';
import { linesAt, textAt, wrapText, type MeasureText } from '#shared/sheet/text-flow.ts';
import { ascentMm, STYLES } from '#shared/sheet/type-styles.ts';
import type { PrintedPage } from '../page-content.ts';
import { renderPages } from '../render-pages.ts';
import { createMeasure } from '../typeface.ts';

export interface PrinterTestContent {
  stationName: string;
  office: string;
  printer: string;
  sentOn: string;
  sentBy: string;
}

const RULER_MM = 100;
const RULER_TOP_MM = 100;
const COLOURS_TOP_MM = 130;
const THIN_LINES_TOP_MM = 170;
const SQUARE_MM = 14;

const COLOURS: readonly { name: string; rgb: [number, number, number] }[] = [
  { name: 'rouge', rgb: [208, 32, 32] },
  { name: 'vert', rgb: [32, 144, 64] },
  { name: 'bleu', rgb: [32, 64, 192] },
];
const LINE_WIDTHS_MM = [0.1, 0.2, 0.4];

const CHECKS = [
  'Les huit carrés noirs des bords sont entiers : sinon, l’imprimante rogne la page et les confirmations se relisent mal.',
  'Le trait ci-dessous mesure 100 mm, à 3 mm près : sinon, désactivez « ajuster à la page ».',
  'Les trois carrés sont rouge, vert et bleu. S’ils sont gris, l’imprimante est en noir : réglez-le sur le poste.',
  'Les traits fins se voient tous et le texte est net.',
  'Le verso est imprimé au dos de cette feuille, dans le même sens.',
];

/** What a confirmation asks of a printer: no lost edge, true size, colour, thin lines, both sides. */
export function renderPrinterTest(content: PrinterTestContent, issuedAtMs: number): Promise<Uint8Array> {
  const measure = createMeasure();
  return renderPages([front(content, measure), back(measure)], { title: 'Page d’essai', issuedAtMs });
}

function front(content: PrinterTestContent, measure: MeasureText): PrintedPage {
  const { display, large, small } = STYLES;
  const top = TOP_MM + ascentMm(display);
  const checks = CHECKS.reduce(
    ({ items, y }, check) => {
      const lines = wrapText(`• ${check}`, STYLES.text, CONTENT_WIDTH_MM, measure);
      return {
        items: [...items, ...linesAt(LEFT_MM, y, lines, STYLES.text)],
        y: y + lines.length * STYLES.text.leadingMm + 2,
      };
    },
    { items: [] as PrintedItem[], y: top + 26 },
  );
  return pageOf([
    ...tagged('H1', [textAt(LEFT_MM, top, 'Page d’essai de l’imprimante', display)]),
    textAt(LEFT_MM, top + 9, `${content.stationName} — ${content.office}`, large),
    textAt(LEFT_MM, top + 15, `${content.printer}, le ${content.sentOn}, par ${content.sentBy}`, small),
    ...checks.items,
    ...ruler(),
    ...colours(),
    ...thinLines(),
  ]);
}

function back(measure: MeasureText): PrintedPage {
  const { display, text } = STYLES;
  const top = TOP_MM + ascentMm(display);
  const words =
    'Cette page est le verso. Si elle est sur une autre feuille, l’imprimante n’imprime qu’un côté : les confirmations sortiront sur deux feuilles, à agrafer.';
  return pageOf([
    ...tagged('H1', [textAt(LEFT_MM, top, 'Verso', display)]),
    ...linesAt(LEFT_MM, top + 12, wrapText(words, text, CONTENT_WIDTH_MM, measure), text),
  ]);
}

function pageOf(items: PrintedItem[]): PrintedPage {
  const marks = MARK_BOXES.map((box): PrintedItem => ({ kind: 'mark', box }));
  return { widthMm: PAGE_WIDTH_MM, heightMm: PAGE_HEIGHT_MM, items: [...marks, ...items] };
}

function ruler(): PrintedItem[] {
  const tick = (mm: number): PrintedItem => {
    const x = LEFT_MM + mm;
    const height = mm % 50 === 0 ? 6 : 3;
    return { kind: 'line', x1: x, y1: RULER_TOP_MM - height, x2: x, y2: RULER_TOP_MM, widthMm: 0.2, grey: 0 };
  };
  const end = LEFT_MM + RULER_MM;
  return [
    { kind: 'line', x1: LEFT_MM, y1: RULER_TOP_MM, x2: end, y2: RULER_TOP_MM, widthMm: 0.3, grey: 0 },
    ...Array.from({ length: RULER_MM / 10 + 1 }, (_, index) => tick(index * 10)),
    textAt(end + 3, RULER_TOP_MM, '100 mm', STYLES.small),
  ];
}

function colours(): PrintedItem[] {
  return COLOURS.flatMap(({ name, rgb }, index): PrintedItem[] => {
    const x = LEFT_MM + index * (SQUARE_MM + 16);
    return [
      { kind: 'witness', box: { x, y: COLOURS_TOP_MM, w: SQUARE_MM, h: SQUARE_MM }, rgb },
      textAt(x, COLOURS_TOP_MM + SQUARE_MM + 5, name, STYLES.small),
    ];
  });
}

function thinLines(): PrintedItem[] {
  return LINE_WIDTHS_MM.flatMap((widthMm, index): PrintedItem[] => {
    const y = THIN_LINES_TOP_MM + index * 6;
    return [
      { kind: 'line', x1: LEFT_MM, y1: y, x2: LEFT_MM + RULER_MM, y2: y, widthMm, grey: 0 },
      textAt(LEFT_MM + RULER_MM + 3, y + 1, `${String(widthMm).replace('.', ',')} mm`, STYLES.small),
    ];
  });
}
