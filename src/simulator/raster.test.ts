import { expect, test } from 'vitest';
import { createPaper, FULL_REFLECTANCE, layInk, type Channels, type PaperRaster } from './raster.ts';

const RED: Channels = [0.2, 1.4, 1.1];
const BLACK: Channels = [1.5, 1.5, 1.5];

function whitePixel(): PaperRaster {
  const paper = createPaper(1, 1, 300);
  paper.reflectance.fill(FULL_REFLECTANCE);
  return paper;
}

test('red over black comes out darker than black, in every channel', () => {
  const black = whitePixel();
  layInk(black, 0, BLACK, 1, 1);
  const both = whitePixel();
  layInk(both, 0, BLACK, 1, 1);
  layInk(both, 0, RED, 1, 1);
  const darker = [...both.reflectance].map((value, channel) => value < (black.reflectance[channel] ?? 0));
  expect(darker).toEqual([true, true, true]);
});

test('two coats of an ink absorb as one of twice the thickness', () => {
  const twice = whitePixel();
  layInk(twice, 0, RED, 1, 1);
  layInk(twice, 0, RED, 1, 1);
  const thick = whitePixel();
  layInk(thick, 0, RED, 2, 1);
  const gap = [...twice.reflectance].map((value, channel) =>
    Math.abs(value - (thick.reflectance[channel] ?? 0)),
  );
  expect(Math.max(...gap)).toBeLessThanOrEqual(1);
});

test('a pixel half covered by black lets half of the light back', () => {
  const paper = whitePixel();
  layInk(paper, 0, [6, 6, 6], 1, 0.5);
  expect((paper.reflectance[0] ?? 0) / FULL_REFLECTANCE).toBeCloseTo(0.5, 3);
});
