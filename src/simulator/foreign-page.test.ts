import sharp from 'sharp';
import { expect, test } from 'vitest';
import { simulateForeignPage } from './foreign-page.ts';

test('a foreign page is a whole scanned page with writing on it', async () => {
  const { bytes, dpi } = await simulateForeignPage('lettre');
  const { width, height } = await sharp(bytes).metadata();
  const { channels } = await sharp(bytes).stats();
  expect({
    widthMm: Math.round((width / dpi) * 25.4),
    heightMm: Math.round((height / dpi) * 25.4),
    written: (channels[0]?.min ?? 255) < 120,
  }).toEqual({ widthMm: 210, heightMm: 297, written: true });
});
