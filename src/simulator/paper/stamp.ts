import type { Box } from '#shared/sheet/layout.ts';
import { CAPITAL_HEIGHT, BASELINE, glyphOf } from '../ink/alphabet.ts';
import { penStroke, type PointMm, type Stroke } from '../ink/curve.ts';
import { drawStroke } from '../ink/draw-stroke.ts';
import { unionBox } from '../ink/pixel-box.ts';
import type { Nib } from '../pens.ts';
import type { PaperRaster } from '../raster.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Grain } from './grain.ts';

const STAMP_NIB: Nib = {
  absorbance: [0.16, 1.15, 0.82],
  widthMm: 0.55,
  softness: 0.35,
  flow: 0.35,
  grain: 0.75,
  skips: 0.04,
  rim: 0.15,
};

const RIM_TEXT = 'RECTORAT FICTIF - SERVICE DES EXAMENS - ';
const STEADY = { tremorMm: 0.02, firmness: 0.85 };

/** The round red stamp of an invented office: two rings, words along the rim, a word across. Red, yet no correction. */
export function roundStamp(
  paper: PaperRaster,
  grain: Grain,
  centre: PointMm,
  radiusMm: number,
  random: SeededRandom,
): Box | undefined {
  const turn = random.range(-0.6, 0.6);
  const letters = [...RIM_TEXT].flatMap((letter, index) => {
    const angle = turn - Math.PI + (index / RIM_TEXT.length) * 2 * Math.PI;
    return rimLetter(letter, centre, radiusMm * 0.78, angle, radiusMm * 0.11);
  });
  const word = [...'REÇU'].flatMap((letter, index) =>
    rimLetter(letter, along(centre, turn, (index - 1.5) * radiusMm * 0.3), 0, turn, radiusMm * 0.28),
  );
  const rings = [radiusMm, radiusMm * 0.62].map((radius) => ring(centre, radius));
  const strokes = [...rings, ...letters, ...word].map((path, index) =>
    penStroke(path, STEADY, random.fork(`path ${index}`)),
  );
  return strokes
    .map(
      (stroke: Stroke, index) =>
        drawStroke(paper, grain, STAMP_NIB, unevenPress(stroke, centre, turn), random.fork(index))?.box,
    )
    .reduce((all, box) => (all && box ? unionBox(all, box) : (all ?? box)), undefined);
}

function along(centre: PointMm, angle: number, distance: number): PointMm {
  return { x: centre.x + Math.cos(angle) * distance, y: centre.y + Math.sin(angle) * distance };
}

function ring(centre: PointMm, radius: number): PointMm[] {
  return Array.from({ length: 33 }, (_, index) => along(centre, (index / 32) * 2 * Math.PI, radius));
}

/** A letter standing on a circle, its foot towards the centre; `angle` 0 is the top. */
function rimLetter(
  letter: string,
  centre: PointMm,
  radius: number,
  angle: number,
  heightMm: number,
): PointMm[][] {
  const glyph = glyphOf(letter);
  const unit = heightMm / CAPITAL_HEIGHT;
  return glyph.strokes.map((stroke) =>
    stroke.map((point) => {
      const across = (point.x - glyph.width / 2) * unit;
      const up = radius + (point.y - BASELINE - (radius === 0 ? CAPITAL_HEIGHT / 2 : 0)) * unit;
      return {
        x: centre.x + across * Math.cos(angle) + up * Math.sin(angle),
        y: centre.y + across * Math.sin(angle) - up * Math.cos(angle),
      };
    }),
  );
}

/** Nobody holds a stamp quite flat: one side prints fainter. */
function unevenPress(stroke: Stroke, centre: PointMm, side: number): Stroke {
  return stroke.map((point) => {
    const lean = ((point.x - centre.x) * Math.cos(side * 5) + (point.y - centre.y) * Math.sin(side * 5)) / 20;
    return { ...point, pressure: Math.max(0.25, point.pressure * (1 + 0.4 * lean)) };
  });
}
