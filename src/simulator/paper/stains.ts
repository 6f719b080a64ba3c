import type { Box } from '#shared/sheet/layout.ts';
import { smoothNoise } from '../smooth-noise.ts';
import { layInk, pixelsPerMm, type Channels, type PaperRaster } from '../raster.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { PointMm } from '../ink/curve.ts';
import { reliefAt, type Grain } from './grain.ts';

const COFFEE: Channels = [0.22, 0.42, 0.85];
const RUST: Channels = [0.25, 0.62, 1.1];

/** The ring left by a cup: dark at the rim, ragged, open somewhere, with a faint wash inside. */
export function coffeeRing(
  paper: PaperRaster,
  grain: Grain,
  centre: PointMm,
  radiusMm: number,
  random: SeededRandom,
): Box {
  const ragged = smoothNoise(random.fork('ragged'), 24);
  const strength = smoothNoise(random.fork('strength'), 24);
  const darkness = random.range(0.35, 0.9);
  const rimMm = random.range(0.5, 1.1);
  return stain(paper, centre, radiusMm + 3, COFFEE, (dx, dy, x, y) => {
    const turn = (Math.atan2(dy, dx) / (2 * Math.PI) + 0.5) * 24;
    const fromRim = Math.hypot(dx, dy) - radiusMm - 0.7 * ragged(turn * 2);
    const rim = Math.exp(-((fromRim / rimMm) ** 2)) * Math.max(0, 0.65 + strength(turn));
    const wash = fromRim < 0 ? 0.08 : 0;
    return darkness * (rim + wash) * (1 + 0.15 * reliefAt(grain, x, y, paper.dpi));
  });
}

/** Two rusty prints where the legs of a staple stood, and the wire's shadow between them. */
export function stapleRust(paper: PaperRaster, grain: Grain, centre: PointMm, random: SeededRandom): Box {
  const tilt = random.range(-0.5, 0.5);
  const half = random.range(4.5, 6);
  const bleeding = random.range(0.4, 0.9);
  const [legX, legY] = [Math.cos(tilt) * half, Math.sin(tilt) * half];
  return stain(paper, centre, half + 3, RUST, (dx, dy, x, y) => {
    const near = (legSign: number): number => Math.hypot(dx - legSign * legX, dy - legSign * legY);
    const legs = Math.exp(-((near(1) / bleeding) ** 2)) + Math.exp(-((near(-1) / bleeding) ** 2));
    const across = Math.abs(-dx * Math.sin(tilt) + dy * Math.cos(tilt));
    const along = Math.abs(dx * Math.cos(tilt) + dy * Math.sin(tilt));
    const wire = along < half ? 0.3 * Math.exp(-((across / 0.3) ** 2)) : 0;
    return (0.7 * legs + wire) * (1 + 0.3 * reliefAt(grain, x, y, paper.dpi));
  });
}

/** Specks of dust and stray toner, a fraction of a millimetre each, as on every office scan. */
export function dust(paper: PaperRaster, count: number, random: SeededRandom): void {
  const scale = pixelsPerMm(paper);
  const [widthMm, heightMm] = [paper.widthPx / scale, paper.heightPx / scale];
  for (let speck = 0; speck < count; speck++) {
    const centre = { x: random.range(2, widthMm - 2), y: random.range(2, heightMm - 2) };
    const [radiusX, radiusY] = [random.range(0.04, 0.14), random.range(0.04, 0.22)];
    const density = random.range(0.08, 0.7);
    stain(paper, centre, 0.6, [density, density, density], (dx, dy) =>
      Math.exp(-((dx / radiusX) ** 2) - (dy / radiusY) ** 2),
    );
  }
}

const LEAST_VISIBLE = 0.01;

/** Soaks the square around `centre`: `amountAt` answers the share of the absorbance at so many millimetres from it. */
function stain(
  paper: PaperRaster,
  centre: PointMm,
  reachMm: number,
  absorbance: Channels,
  amountAt: (dxMm: number, dyMm: number, x: number, y: number) => number,
): Box {
  const scale = pixelsPerMm(paper);
  const firstColumn = Math.max(0, Math.floor((centre.x - reachMm) * scale));
  const lastColumn = Math.min(paper.widthPx - 1, Math.ceil((centre.x + reachMm) * scale));
  const firstRow = Math.max(0, Math.floor((centre.y - reachMm) * scale));
  const lastRow = Math.min(paper.heightPx - 1, Math.ceil((centre.y + reachMm) * scale));
  for (let y = firstRow; y <= lastRow; y++) {
    for (let x = firstColumn; x <= lastColumn; x++) {
      const amount = amountAt(x / scale - centre.x, y / scale - centre.y, x, y);
      if (amount > LEAST_VISIBLE) layInk(paper, y * paper.widthPx + x, absorbance, amount, 1);
    }
  }
  return { x: centre.x - reachMm, y: centre.y - reachMm, w: 2 * reachMm, h: 2 * reachMm };
}
