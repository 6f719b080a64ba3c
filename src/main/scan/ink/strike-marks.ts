import type { InkBounds } from '#shared/contract/calibration.ts';
import type { InkMark } from '#shared/contract/page-reading.ts';
import { STRIKE } from '../thresholds.ts';
import { classifyStroke } from './classify-stroke.ts';
import type { Strike } from './find-strikes.ts';

/** Strikes as marks of their own, where no mark of the same ink has told of that answer already. */
export function strikeMarks(
  strikes: readonly Strike[],
  marks: readonly InkMark[],
  bounds?: InkBounds,
): InkMark[] {
  return strikes.flatMap((strike) => {
    const mark = asMark(strike, bounds);
    const isTold = marks.some(({ ink, fields }) => ink === mark.ink && fields.includes(strike.field.id));
    return isTold ? [] : [mark];
  });
}

function asMark({ field, box, absorbance, chroma }: Strike, bounds: InkBounds | undefined): InkMark {
  const areaMm2 = box.w * STRIKE.usualWidthMm;
  const { ink, confidence } = classifyStroke(
    {
      coloured: chroma >= STRIKE.leastChroma,
      box,
      areaMm2,
      widthMm: STRIKE.usualWidthMm,
      printShare: 1,
      absorbance,
      chroma,
      inkIn: new Map(),
    },
    bounds,
  );
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    ink,
    fields: [field.id],
    box: { x: rounded(box.x), y: rounded(box.y), w: rounded(box.w), h: rounded(box.h) },
    areaMm2: rounded(areaMm2),
    confidence,
  };
}
