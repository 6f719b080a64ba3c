import sharp from 'sharp';
import { expect, test } from 'vitest';
import { feltGrain } from './paper/grain.ts';
import type { PointMm } from './ink/curve.ts';
import { coverPixel, createPaper, FULL_REFLECTANCE, pixelsPerMm } from './raster.ts';
import { project } from './scanner/projection.ts';
import { PLAIN_SCAN, type ScanPlan } from './scanner/scan-plan.ts';
import { renderingDpi, scanSheet, type Scan } from './scanner.ts';
import { SeededRandom } from './seeded-random.ts';

const DOT: PointMm = { x: 60, y: 90 };
const grain = feltGrain('test');

/** Scans white paper with one red dot of 2 mm. */
async function scanDot(changes: Partial<ScanPlan>): Promise<Scan> {
  const plan = { ...PLAIN_SCAN, dpi: 75, jpegQuality: 100, noise: 0, shading: 0, ...changes };
  const dpi = renderingDpi(plan.dpi);
  const paper = createPaper(Math.ceil((210 / 25.4) * dpi), Math.ceil((297 / 25.4) * dpi), dpi);
  paper.reflectance.fill(FULL_REFLECTANCE);
  const scale = pixelsPerMm(paper);
  for (let y = Math.floor((DOT.y - 1) * scale); y <= (DOT.y + 1) * scale; y++) {
    for (let x = Math.floor((DOT.x - 1) * scale); x <= (DOT.x + 1) * scale; x++) {
      const inside = Math.hypot((x + 0.5) / scale - DOT.x, (y + 0.5) / scale - DOT.y) < 1;
      if (inside) coverPixel(paper, y * paper.widthPx + x, [0.8, 0.02, 0.02], 1);
    }
  }
  return scanSheet({ paper, grain }, plan, new SeededRandom('scan'));
}

/** Centre of what is darker than paper in one channel, in pixels from the outer corner of the image. */
async function darkCentre({ image }: Scan, channel: number, around: PointMm): Promise<PointMm> {
  const { data, info } = await sharp(image.bytes).raw().toBuffer({ resolveWithObject: true });
  const sum = { x: 0, y: 0, weight: 0 };
  for (let y = Math.floor(around.y - 15); y < around.y + 15; y++) {
    for (let x = Math.floor(around.x - 15); x < around.x + 15; x++) {
      const weight = 255 - (data[(y * info.width + x) * info.channels + channel] ?? 255);
      sum.x += weight * (x + 0.5);
      sum.y += weight * (y + 0.5);
      sum.weight += weight;
    }
  }
  return { x: sum.x / sum.weight, y: sum.y / sum.weight };
}

async function missPx(scan: Scan): Promise<number> {
  const expected = project(scan.sheetToImage, DOT);
  const found = await darkCentre(scan, 1, expected);
  return Math.hypot(found.x - expected.x, found.y - expected.y);
}

test.each<[string, Partial<ScanPlan>]>([
  ['laid straight', {}],
  ['at the resolution of the print', { dpi: 160 }],
  ['skewed by 5 degrees', { skewDeg: 5 }],
  ['shrunk and stretched', { scaleX: 0.95, scaleY: 0.96, offsetXMm: 2, offsetYMm: -3 }],
  ['upside down', { quarterTurn: 180, skewDeg: -1 }],
  ['on its right side', { quarterTurn: 90 }],
  ['on its left side', { quarterTurn: 270, skewDeg: 2 }],
  ['photographed', { phone: { perspective: 0.05, shadow: 0 } }],
])('a sheet scanned %s holds its ink where the truth says, within a tenth of a pixel', async (_, changes) => {
  expect(await missPx(await scanDot(changes))).toBeLessThan(0.1);
});

test('a sensor whose lines are apart sees blue a pixel above green', async () => {
  const scan = await scanDot({ blueShift: { x: 0, y: 1 } });
  const at = project(scan.sheetToImage, DOT);
  const [green, blue] = [await darkCentre(scan, 1, at), await darkCentre(scan, 2, at)];
  expect(green.y - blue.y).toBeCloseTo(1, 1);
});

test('a red lamp sees no red ink, a grey scan does, a bilevel one knows two levels', async () => {
  const look = async (
    mode: ScanPlan['mode'],
  ): Promise<{ channels: number; dark: boolean; levels: number }> => {
    const { image, sheetToImage } = await scanDot({ mode });
    const { channels } = await sharp(image.bytes).metadata();
    const { data, info } = await sharp(image.bytes)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { x, y } = project(sheetToImage, DOT);
    const value = data[Math.floor(y) * info.width + Math.floor(x)] ?? 255;
    return { channels, dark: value < 200, levels: Math.min(3, new Set(data).size) };
  };
  expect(await Promise.all([look('red-dropout'), look('grey'), look('bilevel')])).toEqual([
    { channels: 1, dark: false, levels: 3 },
    { channels: 1, dark: true, levels: 3 },
    { channels: 1, dark: true, levels: 2 },
  ]);
});
