import type { Box } from '#shared/sheet/layout.ts';
import { coverPixel, pixelsPerMm, type Channels, type PaperRaster } from '../raster.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { smoothNoise } from '../smooth-noise.ts';

const FLUID_WHITE: Channels = [0.9, 0.91, 0.9];
const RIDGE: Channels = [0.74, 0.75, 0.76];

/** White fluid dabbed over a value: opaque, whiter than the paper, with a ridge at its edge. */
export function dabFluid(paper: PaperRaster, area: Box, random: SeededRandom): Box {
  const scale = pixelsPerMm(paper);
  const edge = smoothNoise(random.fork('edge'));
  const dab = { x: area.x - 0.8, y: area.y - 0.7, w: area.w + 1.6, h: area.h + 1.4 };
  const firstRow = Math.max(0, Math.floor(dab.y * scale));
  const lastRow = Math.min(paper.heightPx - 1, Math.ceil((dab.y + dab.h) * scale));
  const firstColumn = Math.max(0, Math.floor(dab.x * scale));
  const lastColumn = Math.min(paper.widthPx - 1, Math.ceil((dab.x + dab.w) * scale));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const [x, y] = [column / scale, row / scale];
      const insideX = Math.min(x - dab.x, dab.x + dab.w - x) + 0.4 * edge(y / 1.3);
      const insideY = Math.min(y - dab.y, dab.y + dab.h - y) + 0.35 * edge(x / 1.6 + 20);
      const inside = Math.min(insideX, insideY);
      if (inside <= 0) continue;
      const colour = inside < 0.22 ? RIDGE : FLUID_WHITE;
      coverPixel(paper, row * paper.widthPx + column, colour, Math.min(0.97, 0.4 + inside * 2));
    }
  }
  return dab;
}
