import type { Box } from '#shared/sheet/layout.ts';
import type { PointMm } from '../ink/curve.ts';
import { coverPixel, FULL_REFLECTANCE, pixelsPerMm, type Channels, type PaperRaster } from '../raster.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { smoothNoise } from '../smooth-noise.ts';
import { reliefAt, type Grain } from './grain.ts';

/** A crease across the whole page, `atMm` from its top: a shaded valley, a lit ridge, toner cracked off along it. */
export function fold(paper: PaperRaster, grain: Grain, atMm: number, random: SeededRandom): Box {
  const scale = pixelsPerMm(paper);
  const wander = smoothNoise(random.fork('wander'));
  const depth = random.range(0.06, 0.16);
  const slope = random.range(-0.004, 0.004);
  const reachMm = 7;
  for (let x = 0; x < paper.widthPx; x++) {
    const crease = atMm + slope * (x / scale) + 0.15 * wander(x / scale / 9);
    const firstRow = Math.max(0, Math.floor((crease - reachMm) * scale));
    const lastRow = Math.min(paper.heightPx - 1, Math.ceil((crease + reachMm) * scale));
    for (let y = firstRow; y <= lastRow; y++) {
      const away = y / scale - crease;
      const valley = depth * Math.exp(-((away / 0.35) ** 2));
      const shading = 0.025 * Math.sign(away) * Math.exp(-Math.abs(away) / 3);
      const at = (y * paper.widthPx + x) * 3;
      const cracked = Math.abs(away) < 0.14 && reliefAt(grain, x, y, paper.dpi) > 0.2;
      for (let channel = at; channel < at + 3; channel++) {
        const seen = (paper.reflectance[channel] ?? 0) * (1 - valley - shading);
        const bared = cracked ? Math.max(seen, 0.55 * FULL_REFLECTANCE) : seen;
        paper.reflectance[channel] = Math.min(FULL_REFLECTANCE, bared);
      }
    }
  }
  return { x: 0, y: atMm - 1, w: paper.widthPx / scale, h: 2 };
}

/** ISO 838: two holes of 6 mm, 80 mm apart, their centres 12 mm from the edge. The scanner's lid shows through. */
export function punchHoles(paper: PaperRaster, lid: Channels, random: SeededRandom): Box[] {
  const middle = paper.heightPx / pixelsPerMm(paper) / 2 + random.range(-4, 4);
  const x = 12 + random.range(-1.5, 1.5);
  return [middle - 40, middle + 40].map((y) => hole(paper, { x, y }, 3, lid));
}

function hole(paper: PaperRaster, centre: PointMm, radiusMm: number, lid: Channels): Box {
  const scale = pixelsPerMm(paper);
  const reach = Math.ceil((radiusMm + 1) * scale);
  const [column, row] = [Math.round(centre.x * scale), Math.round(centre.y * scale)];
  const shaded = lid.map((value) => value * 0.72) as unknown as Channels;
  for (let y = Math.max(0, row - reach); y <= Math.min(paper.heightPx - 1, row + reach); y++) {
    for (let x = Math.max(0, column - reach); x <= Math.min(paper.widthPx - 1, column + reach); x++) {
      const inside = radiusMm * scale - Math.hypot(x - centre.x * scale, y - centre.y * scale);
      const coverage = Math.max(0, Math.min(1, inside + 0.5));
      const isEdge = inside < 0.35 * scale;
      if (coverage > 0) coverPixel(paper, y * paper.widthPx + x, isEdge ? shaded : lid, coverage);
    }
  }
  return { x: centre.x - radiusMm, y: centre.y - radiusMm, w: 2 * radiusMm, h: 2 * radiusMm };
}

export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof CORNERS)[number];

/** A corner torn off or folded behind: the lid shows in a triangle, with a thin shadow along the edge. */
export function cutCorner(paper: PaperRaster, corner: Corner, sizeMm: number, lid: Channels): Box {
  const scale = pixelsPerMm(paper);
  const size = Math.round(sizeMm * scale);
  const isRight = corner.endsWith('right');
  const isBottom = corner.startsWith('bottom');
  const shaded = lid.map((value) => value * 0.7) as unknown as Channels;
  for (let down = 0; down < size; down++) {
    for (let across = 0; across < size - down; across++) {
      const x = isRight ? paper.widthPx - 1 - across : across;
      const y = isBottom ? paper.heightPx - 1 - down : down;
      const nearEdge = size - down - across < 0.6 * scale;
      coverPixel(paper, y * paper.widthPx + x, nearEdge ? shaded : lid, 1);
    }
  }
  const [pageWidth, pageHeight] = [paper.widthPx / scale, paper.heightPx / scale];
  return { x: isRight ? pageWidth - sizeMm : 0, y: isBottom ? pageHeight - sizeMm : 0, w: sizeMm, h: sizeMm };
}
