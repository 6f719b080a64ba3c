import { printed, type Block } from '#shared/sheet/block.ts';
import { LEFT_MM, RIGHT_MM } from '#shared/sheet/geometry.ts';
import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM, type PrintedItem } from '#shared/sheet/layout.ts';
import { flowGroups, type Group } from '#shared/sheet/page-flow.ts';
import { asFurniture } from '#shared/sheet/tagging.ts';
import { rightAlignedAt, textAt, type MeasureText } from '#shared/sheet/text-flow.ts';
import { trainingNotice } from '#shared/sheet/training-notice.ts';
import { STYLES } from '#shared/sheet/type-styles.ts';
import type { PrintedPage } from '../page-content.ts';
import type { SlipContent } from './slip-content.ts';
import { runningSlipHead, slipHead } from './slip-head.ts';
import { recapGroup, specialtyGroups } from './slip-table.ts';

const BODY_BOTTOM_MM = 264;
const TRAINING_TOP_MM = 267;
const FOOT_BASELINE_MM = 283;
const SIGNING_MM = 34;

/** Files by specialty then by name, how many of each, and where the receiver dates and signs. */
export function layoutSlip(content: SlipContent, measure: MeasureText): PrintedPage[] {
  const first = slipHead(content, measure);
  const running = runningSlipHead(content, measure);
  const groups: Group[] = [
    ...specialtyGroups(content.files, measure),
    recapGroup(content.files, measure),
    { title: '', heading: () => NOTHING, rows: [signing()] },
  ];
  const bodies = flowGroups(
    groups,
    { top: first.bottom, bottom: BODY_BOTTOM_MM },
    { top: running.bottom, bottom: BODY_BOTTOM_MM },
  );
  return bodies.map((body, index) => ({
    widthMm: PAGE_WIDTH_MM,
    heightMm: PAGE_HEIGHT_MM,
    items: [
      ...(index === 0 ? first : running).items,
      ...body.items,
      ...trainingNotice(content, TRAINING_TOP_MM, measure).items,
      ...asFurniture([
        textAt(LEFT_MM, FOOT_BASELINE_MM, content.slipNumber, STYLES.label),
        rightAlignedAt(
          RIGHT_MM,
          FOOT_BASELINE_MM,
          `page ${index + 1}/${bodies.length}`,
          STYLES.label,
          measure,
        ),
      ]),
    ],
  }));
}

const NOTHING: Block = { heightMm: 0, draw: () => printed([]) };

function signing(): Block {
  const boxes = [
    { label: 'Remis par (date, signature)', x: LEFT_MM, w: 84 },
    { label: 'Reçu par (nom, date, signature)', x: LEFT_MM + 92, w: 84 },
  ];
  return {
    heightMm: SIGNING_MM,
    draw: (top) =>
      printed(
        boxes.flatMap(({ label, x, w }): PrintedItem[] => [
          textAt(x, top + 7, label, STYLES.label),
          { kind: 'rect', box: { x, y: top + 8.5, w, h: SIGNING_MM - 10 }, strokeMm: 0.25 },
        ]),
      ),
  };
}
