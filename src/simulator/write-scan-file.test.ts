import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ScannedImage } from './scanner/encode.ts';
import { writeScanFile } from './write-scan-file.ts';

const run = promisify(execFile);

async function picture(red: number, format: 'jpeg' | 'png'): Promise<ScannedImage> {
  const plain = sharp({
    create: { width: 207, height: 293, channels: 3, background: { r: red, g: 40, b: 60 } },
  });
  const bytes = await plain.toFormat(format).toBuffer();
  return { bytes, mediaType: format === 'jpeg' ? 'image/jpeg' : 'image/png', dpi: 150 };
}

async function bilevel(): Promise<ScannedImage> {
  const image = sharp({ create: { width: 207, height: 293, channels: 3, background: '#ffffff' } });
  const bytes = await image.toColourspace('b-w').png().toBuffer();
  return { bytes, mediaType: 'image/png', dpi: 150 };
}

test('loose images keep their bytes and are numbered', async () => {
  const images = [await picture(200, 'jpeg'), await picture(20, 'png')];
  const files = await writeScanFile(images, 'images', 'pile');
  expect(files).toEqual([
    { name: 'pile-001.jpg', bytes: images[0]?.bytes },
    { name: 'pile-002.png', bytes: images[1]?.bytes },
  ]);
});

test('a TIFF holds every page in order, colour, grey and resolution kept', async () => {
  const images = [await picture(200, 'png'), await bilevel(), await picture(20, 'png')];
  const [file] = await writeScanFile(images, 'tiff', 'pile');
  const pages = await Promise.all(
    [0, 1, 2].map(async (page) => {
      const { width, height, channels } = await sharp(file?.bytes, { page }).metadata();
      const pixels = await sharp(file?.bytes, { page }).raw().toBuffer();
      return [width, height, channels, pixels[0]];
    }),
  );
  const { pages: count, density } = await sharp(file?.bytes).metadata();
  expect({ name: file?.name, count, density, pages }).toEqual({
    name: 'pile.tif',
    count: 3,
    density: 150,
    pages: [
      [207, 293, 3, 200],
      [207, 293, 1, 255],
      [207, 293, 3, 20],
    ],
  });
});

test('a scanned PDF embeds the JPEG as it was, at its resolution', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-pdf-'));
  try {
    const [file] = await writeScanFile(
      [await picture(200, 'jpeg'), await picture(20, 'jpeg')],
      'pdf',
      'pile',
    );
    const path = join(folder, file?.name ?? '');
    await writeFile(path, file?.bytes ?? '');
    const { stdout } = await run('pdfimages', ['-list', path]);
    const rows = stdout
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => row.trim().split(/\s+/));
    expect(rows.map((row) => [row[0], row[3], row[4], row[8], row[12]])).toEqual([
      ['1', '207', '293', 'jpeg', '150'],
      ['2', '207', '293', 'jpeg', '150'],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
