import { expect, test } from 'vitest';
import { feltGrain } from '../paper/grain.ts';
import { getPen } from '../pens.ts';
import { createPaper, FULL_REFLECTANCE, pixelsPerMm, type PaperRaster } from '../raster.ts';
import { SeededRandom } from '../seeded-random.ts';
import { drawHand, writeText } from './handwriting.ts';
import { drawStroke } from './draw-stroke.ts';
import { penStroke } from './curve.ts';

const grain = feltGrain('test');

function blankPaper(): PaperRaster {
  const paper = createPaper(700, 300, 300);
  paper.reflectance.fill(FULL_REFLECTANCE);
  return paper;
}

function inkedPixels(paper: PaperRaster): { x: number; y: number }[] {
  return Array.from({ length: paper.widthPx * paper.heightPx }, (_, index) => index)
    .filter((index) => (paper.reflectance[index * 3 + 1] ?? 0) < FULL_REFLECTANCE * 0.97)
    .map((index) => ({ x: index % paper.widthPx, y: Math.floor(index / paper.widthPx) }));
}

test('the box that a stroke answers holds all of its ink', () => {
  const paper = blankPaper();
  const random = new SeededRandom('mot');
  const pen = getPen('scoring-red-ballpoint-cristal');
  const boxes = writeText('Échec 75', { x: 8, y: 14 }, drawHand(random), random).map(
    (stroke, index) => drawStroke(paper, grain, pen, stroke, random.fork(index))?.box,
  );
  const scale = pixelsPerMm(paper);
  const ink = inkedPixels(paper);
  const near = 0.01;
  const outside = ink.filter(({ x, y }) => {
    const [centreX, centreY] = [(x + 0.5) / scale, (y + 0.5) / scale];
    return !boxes.some(
      (box) =>
        box &&
        centreX > box.x - near &&
        centreX < box.x + box.w + near &&
        centreY > box.y - near &&
        centreY < box.y + box.h + near,
    );
  });
  expect({ ink: ink.length > 1000, outside }).toEqual({ ink: true, outside: [] });
});

test('a stroke is as wide as its pen, to a pixel', () => {
  const random = new SeededRandom('trait');
  const width = (penId: string): number => {
    const paper = blankPaper();
    const line = [
      { x: 5, y: 12 },
      { x: 50, y: 12 },
    ];
    const stroke = penStroke(line, { tremorMm: 0, firmness: 0.8 }, random.fork(penId));
    drawStroke(paper, grain, getPen(penId), stroke, random);
    return inkedPixels(paper).length / (45 * pixelsPerMm(paper) ** 2);
  };
  const [thin, felt] = [width('scoring-red-thin-technical'), width('scoring-red-felt-marking')];
  expect([Math.abs(thin - 0.24) < 0.1, Math.abs(felt - 0.7) < 0.1]).toEqual([true, true]);
});

test('a stroke outside the page leaves nothing', () => {
  const paper = blankPaper();
  const stroke = penStroke(
    [
      { x: 500, y: 500 },
      { x: 510, y: 500 },
    ],
    { tremorMm: 0, firmness: 1 },
    new SeededRandom(1),
  );
  const inked = drawStroke(paper, grain, getPen('scoring-blue-gel'), stroke, new SeededRandom(1));
  expect({ inked, pixels: inkedPixels(paper) }).toEqual({ inked: undefined, pixels: [] });
});

test('ink over print counts in the area, not in what shows its colour', () => {
  const paper = blankPaper();
  const printedHalf = paper.widthPx * 150 * 3;
  paper.reflectance.fill(0, 0, printedHalf);
  const line = [12.7 - 6, 12.7 + 6].map((y) => ({ x: 20, y }));
  const stroke = penStroke(line, { tremorMm: 0, firmness: 0.8 }, new SeededRandom(5));
  const inked = drawStroke(paper, grain, getPen('scoring-red-gel-school'), stroke, new SeededRandom(5));
  expect((inked?.clearAreaMm2 ?? 0) / (inked?.areaMm2 ?? 1)).toBeCloseTo(0.5, 1);
});
