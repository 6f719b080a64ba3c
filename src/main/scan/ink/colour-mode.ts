import type { SheetPage } from '#shared/sheet/layout.ts';
import type { Raster } from '../raster.ts';
import { project } from '../register/projection.ts';
import type { Projection } from '../register/projection.ts';
import { COLOUR } from '../thresholds.ts';

export interface ColourMode {
  colour: 'colour' | 'grey' | 'bilevel';
  /** Whether a pen's colour could have been seen at all. */
  known: boolean;
}

/** How the page was scanned, from its own pixels: a file of three channels may well hold a grey scan. */
export function scanColour({ data }: Raster): ColourMode['colour'] {
  let [pixels, extremes, apart, spread] = [0, 0, 0, 0];
  for (let at = 0; at + 2 < data.length; at += 3 * COLOUR.sampleEvery, pixels++) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const chroma = Math.max(r, g, b) - Math.min(r, g, b);
    if (chroma > COLOUR.greyChroma) apart++;
    spread += chroma;
    if (g < COLOUR.nearBlack || g > COLOUR.nearWhite) extremes++;
  }
  if (apart / pixels > COLOUR.colouredShare || spread / pixels > COLOUR.noiseMean) return 'colour';
  return extremes / pixels > COLOUR.bilevelShare ? 'bilevel' : 'grey';
}

/**
 * The witness decides where the printer prints in colour: grey patches in a colour scan are a photocopy, whose red pen has
 * turned black. A sheet printed in black tells nothing, so only coloured pixels prove that colour was seen.
 */
export function judgeColour(
  raster: Raster,
  page: SheetPage,
  toScan: Projection,
  printedInColour: boolean,
): ColourMode {
  const colour = scanColour(raster);
  if (colour !== 'colour') return { colour, known: false };
  if (!printedInColour || page.witness.length === 0) return { colour, known: true };
  return { colour, known: witnessChroma(raster, page, toScan) >= COLOUR.witnessChroma };
}

/** Largest difference between channels over the patches, each averaged. */
function witnessChroma(raster: Raster, page: SheetPage, toScan: Projection): number {
  return Math.max(
    ...page.witness.map((box) => {
      const sums = [0, 0, 0];
      let count = 0;
      for (let down = 0.3; down <= 0.7; down += 0.1)
        for (let along = 0.3; along <= 0.7; along += 0.1) {
          const { x, y } = project(toScan, { x: box.x + box.w * along, y: box.y + box.h * down });
          const at = (Math.floor(y) * raster.width + Math.floor(x)) * 3;
          if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) continue;
          for (let channel = 0; channel < 3; channel++) sums[channel]! += raster.data[at + channel]!;
          count++;
        }
      return count === 0 ? 0 : (Math.max(...sums) - Math.min(...sums)) / count;
    }),
  );
}
