import { LEFT_MM, CONTENT_WIDTH_MM, TOP_MM } from '#shared/sheet/geometry.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM, type PrintedItem } from '#shared/sheet/layout.ts';
import { tagged } from '#shared/sheet/tagging.ts';
import { linesAt, textAt, wrapText, type MeasureText } from '#shared/sheet/text-flow.ts';
import { trainingNotice } from '#shared/sheet/training-notice.ts';
import { ascentMm, STYLES, type TextStyle } from '#shared/sheet/type-styles.ts';
import type { PrintedPage } from '../page-content.ts';
import { renderPages } from '../render-pages.ts';
import { createMeasure } from '../typeface.ts';

export interface RecoveryPageContent {
  stationName: string;
  office: string;
  recoveryKey: string;
  madeOn: string;
  madeBy: string;
  training: boolean;
}

const KEY_TOP_MM = 66;
const KEY_HEIGHT_MM = 30;
const TRAINING_TOP_MM = 267;

const WHAT_IT_IS =
  'Cette clé ouvre le poste quand une phrase de passe est oubliée, ou quand le compte ou l’ordinateur est perdu. Elle n’existe que sur cette feuille : le programme ne la garde pas et ne peut pas la redonner.';
const RULES = [
  'Rangez cette feuille sous clé, loin du poste, là où le service garde ses clés. Ne la photographiez pas, ne l’envoyez pas.',
  'Pour s’en servir : écran verrouillé, « Clé de secours », ou « guichet station recover ». Il faut aussi l’identifiant d’un chef de bureau.',
  'Une nouvelle clé de secours rend celle-ci inutile. Faites-en une nouvelle après chaque emploi, ou dès que cette feuille a pu être lue.',
];

/** The page that the office locks away. */
export function renderRecoveryPage(content: RecoveryPageContent, issuedAtMs: number): Promise<Uint8Array> {
  return renderPages([layout(content, createMeasure())], { title: 'Clé de secours', issuedAtMs });
}

function layout(content: RecoveryPageContent, measure: MeasureText): PrintedPage {
  const { display, large, small, text } = STYLES;
  const top = TOP_MM + ascentMm(display);
  const paragraph = (value: string, y: number, style: TextStyle = text) => {
    const lines = wrapText(value, style, CONTENT_WIDTH_MM, measure);
    return { items: linesAt(LEFT_MM, y, lines, style), bottom: y + lines.length * style.leadingMm };
  };
  const about = paragraph(WHAT_IT_IS, top + 24);
  const rules = RULES.reduce(
    ({ items, bottom }, rule) => {
      const next = paragraph(`• ${rule}`, bottom);
      return { items: [...items, ...next.items], bottom: next.bottom + 3 };
    },
    { items: [] as PrintedItem[], bottom: KEY_TOP_MM + KEY_HEIGHT_MM + 12 },
  );
  return {
    widthMm: PAGE_WIDTH_MM,
    heightMm: PAGE_HEIGHT_MM,
    items: [
      ...tagged('H1', [textAt(LEFT_MM, top, 'Clé de secours', display)]),
      textAt(LEFT_MM, top + 9, `${content.stationName} — ${content.office}`, large),
      textAt(LEFT_MM, top + 15, `Faite le ${content.madeOn} par ${content.madeBy}`, small),
      ...about.items,
      ...keyBox(content.recoveryKey, measure),
      ...rules.items,
      ...trainingNotice(content, TRAINING_TOP_MM, measure).items,
    ],
  };
}

/** Two lines of four groups, large: it is typed again by hand. */
function keyBox(recoveryKey: string, measure: MeasureText): PrintedItem[] {
  const groups = recoveryKey.split('-');
  const lines = [groups.slice(0, 4), groups.slice(4)].map((half) => half.join('  -  '));
  const box = { x: LEFT_MM, y: KEY_TOP_MM, w: CONTENT_WIDTH_MM, h: KEY_HEIGHT_MM };
  const { display } = STYLES;
  return [
    { kind: 'rect', box, strokeMm: 0.4 },
    ...tagged(
      'P',
      lines.map((line, index) =>
        textAt(
          (PAGE_WIDTH_MM - measure(line, display.font, display.sizePt)) / 2,
          KEY_TOP_MM + 12 + index * 11,
          line,
          display,
        ),
      ),
    ),
  ];
}
