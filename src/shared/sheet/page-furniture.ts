import { formatVersion, groupRegistrationNumber } from '../rules/registration-number.ts';
import { codeBody, codePayload } from './code-payload.ts';
import type { SheetCode } from './code-payload.ts';
import {
  BOTTOM_LEFT_CODE,
  BOTTOM_RIGHT_CODE,
  CODE_QUIET_MM,
  MARK_BOXES,
  TOP_CODE,
  WITNESS_PATCHES,
} from './geometry.ts';
import type { Box, PrintedItem, SheetPage } from './layout.ts';
import { asFurniture } from './tagging.ts';
import { rightAlignedAt, textAt } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { ascentMm, STYLES } from './type-styles.ts';

type Furniture = Pick<SheetPage, 'items' | 'codes' | 'marks' | 'witness'>;

/** What every page bears for the reader, at the same place on each: codes, registration marks, colour witness. */
export function pageFurniture(
  code: SheetCode,
  sealCode: (body: string) => string,
  measure: MeasureText,
): Furniture {
  const payload = codePayload(code, sealCode(codeBody(code)));
  const codes = [TOP_CODE, BOTTOM_LEFT_CODE, BOTTOM_RIGHT_CODE];
  return {
    items: [
      ...asFurniture([
        ...digitsBeneath(TOP_CODE, 'left', code, measure),
        ...digitsBeneath(BOTTOM_LEFT_CODE, 'left', code, measure),
        ...digitsBeneath(BOTTOM_RIGHT_CODE, 'right', code, measure),
        ...colourWitness(measure),
      ]),
      ...MARK_BOXES.map((box): PrintedItem => ({ kind: 'mark', box })),
      ...codes.map((box): PrintedItem => ({ kind: 'code', box, payload })),
    ],
    codes,
    marks: MARK_BOXES.map(({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 })),
    witness: WITNESS_PATCHES.map(({ box }) => box),
  };
}

// What the code says, for a person: a sheet whose three codes are lost can still be typed in.
function digitsBeneath(
  box: Box,
  side: 'left' | 'right',
  code: SheetCode,
  measure: MeasureText,
): PrintedItem[] {
  const style = STYLES.digits;
  const lines = [
    groupRegistrationNumber(code.registrationNumber),
    `v${formatVersion(code.version)} · page ${code.page}/${code.pages}`,
  ];
  const firstBaseline = box.y + box.h + CODE_QUIET_MM + ascentMm(style);
  return lines.map((line, index) => {
    const y = firstBaseline + index * style.leadingMm;
    return side === 'left'
      ? textAt(box.x, y, line, style)
      : rightAlignedAt(box.x + box.w, y, line, style, measure);
  });
}

function colourWitness(measure: MeasureText): PrintedItem[] {
  const patches = WITNESS_PATCHES.map(({ box, rgb }): PrintedItem => ({ kind: 'witness', box, rgb }));
  const first = WITNESS_PATCHES[0];
  if (!first) return patches;
  const label = rightAlignedAt(
    first.box.x - 2,
    first.box.y + 2.9,
    'Témoin de couleur',
    STYLES.label,
    measure,
  );
  return [label, ...patches];
}
