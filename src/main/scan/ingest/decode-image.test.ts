import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodeImage } from './decode-image.ts';
import { openFile } from './open-file.ts';

/** Left half red, right half white, 400 × 300. */
function redAndWhite(): Sharp {
  const red = { create: { width: 200, height: 300, channels: 3, background: '#e01020' } } as const;
  return sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } }).composite([
    { input: red, left: 0, top: 0 },
  ]);
}

async function decode(bytes: Uint8Array, page = 1) {
  const file = await openFile(bytes);
  const { width, height, data } = await decodeImage(await file.image(page), 'fine');
  const at = (x: number, y: number): string => {
    const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 3);
    return r > 200 && g > 200 && b > 200 ? 'white' : r > 120 && g < 90 && b < 110 ? 'red' : `${r},${g},${b}`;
  };
  return {
    pages: file.pages,
    width,
    height,
    bytes: data.length,
    left: at(20, 150),
    right: at(width - 20, 150),
  };
}

const UPRIGHT = { pages: 1, width: 400, height: 300, bytes: 360_000, left: 'red', right: 'white' };

describe('whatever a scanner writes becomes upright 8-bit RGB', () => {
  test.each([
    ['a JPEG', () => redAndWhite().jpeg().toBuffer()],
    ['a CMYK JPEG', () => redAndWhite().toColourspace('cmyk').jpeg().toBuffer()],
    ['a PNG with transparency', () => redAndWhite().ensureAlpha().png().toBuffer()],
    ['a PNG of 16 bits', () => redAndWhite().toColourspace('rgb16').png().toBuffer()],
    ['a PNG with a palette', () => redAndWhite().png({ palette: true, colours: 4 }).toBuffer()],
    ['a TIFF', () => redAndWhite().tiff({ compression: 'lzw' }).toBuffer()],
  ])('%s', async (_, make) => {
    expect(await decode(await make())).toEqual(UPRIGHT);
  });

  test.each(['none', 'packbits', 'ccittfax4', 'lzw', 'deflate'] as const)(
    'a TIFF of one bit, compression %s',
    async (compression) => {
      const colours = await redAndWhite().png().toBuffer();
      const blackAndWhite = await sharp(colours).removeAlpha().greyscale().threshold(128).png().toBuffer();
      const bilevel = await sharp(blackAndWhite)
        .toColourspace('b-w')
        .tiff({ bitdepth: 1, compression, predictor: 'none' })
        .toBuffer();
      expect(await decode(bilevel)).toEqual({ ...UPRIGHT, left: '0,0,0' });
    },
  );

  /** How the camera lay, by EXIF orientation: what was done to the upright image before it was written. */
  const LYING: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    5: (image) => image.rotate(270).flop(),
    6: (image) => image.rotate(270),
    7: (image) => image.rotate(90).flop(),
    8: (image) => image.rotate(90),
  };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG of EXIF orientation %i', async (orientation) => {
    const upright = sharp(await redAndWhite().png().toBuffer());
    const lying = await LYING[orientation]!(upright).png().toBuffer();
    const bytes = await sharp(lying).withMetadata({ orientation }).jpeg().toBuffer();
    expect(await decode(bytes)).toEqual(UPRIGHT);
  });

  test('a scan finer than 600 dpi is shrunk on the way', async () => {
    const fine = await sharp({ create: { width: 7_016, height: 4_960, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer();
    const { width, height } = await decode(fine);
    expect({ width, height }).toEqual({ width: 3_508, height: 2_480 });
  });
});

describe('what is no page is refused with a reason', () => {
  test.each([
    ['nothing at all', async () => new Uint8Array(0), 'image-unreadable'],
    ['a text', async () => Buffer.from('Bonjour, ceci est une lettre.'), 'unsupported-format'],
    ['a GIF', () => redAndWhite().gif().toBuffer(), 'unsupported-format'],
    ['a drawing', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unsupported-format'],
    [
      'a JPEG cut short',
      async () => (await redAndWhite().jpeg().toBuffer()).subarray(0, 900),
      'image-unreadable',
    ],
    [
      'a JPEG of its first bytes only',
      async () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16),
      'image-unreadable',
    ],
    ['an image of ten thousand megapixels', async () => aPngThatClaims(100_000, 100_000), 'image-too-large'],
  ])('%s', async (_, make, code) => {
    await expect(decode(await make())).rejects.toMatchObject({ name: 'Unreadable', code });
  });
});

/** A true PNG whose header was changed to announce another size. */
async function aPngThatClaims(width: number, height: number): Promise<Uint8Array> {
  const { crc32 } = await import('node:zlib');
  const png = await redAndWhite().png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}
