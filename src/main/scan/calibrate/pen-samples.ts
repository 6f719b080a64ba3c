import type { SheetField } from '#shared/sheet/layout.ts';
import { hull } from '../ink/group-strokes.ts';
import { labOfAbsorbance } from '../ink/lab-colour.ts';
import type { Stroke } from '../ink/measure-strokes.ts';

/** What one pen left in its cell of the chart, as one stroke. */
export interface PenSample {
  field: string;
  hue: number;
  chroma: number;
  stroke: Stroke;
}

/** Less than this in a cell is dust, or the tail of a neighbour's stroke. */
const LEAST_MM2 = 2;

export function penSamples(strokes: readonly Stroke[], fields: readonly SheetField[]): PenSample[] {
  return fields.flatMap((field) => {
    const stroke = merged(strokes.filter((one) => isIn(one, field)));
    if (!stroke || stroke.areaMm2 < LEAST_MM2) return [];
    const { hue, chroma } = labOfAbsorbance(stroke.absorbance);
    return [{ field: field.id, hue, chroma, stroke }];
  });
}

function isIn({ box }: Stroke, { valueBox }: SheetField): boolean {
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
  return x > valueBox.x && x < valueBox.x + valueBox.w && y > valueBox.y && y < valueBox.y + valueBox.h;
}

/** Each stroke counts for its area. */
function merged(strokes: readonly Stroke[]): Stroke | undefined {
  const areaMm2 = strokes.reduce((sum, stroke) => sum + stroke.areaMm2, 0);
  if (areaMm2 === 0) return undefined;
  const mean = (of: (stroke: Stroke) => number) =>
    strokes.reduce((sum, stroke) => sum + of(stroke) * stroke.areaMm2, 0) / areaMm2;
  return {
    coloured: mean(({ coloured }) => Number(coloured)) >= 0.5,
    box: hull(strokes.map(({ box }) => box)),
    areaMm2,
    widthMm: Math.max(...strokes.map(({ widthMm }) => widthMm)),
    printShare: mean(({ printShare }) => printShare),
    absorbance: [
      mean(({ absorbance }) => absorbance[0]),
      mean(({ absorbance }) => absorbance[1]),
      mean(({ absorbance }) => absorbance[2]),
    ],
    chroma: Math.max(...strokes.map(({ chroma }) => chroma)),
    inkIn: new Map(),
  };
}
