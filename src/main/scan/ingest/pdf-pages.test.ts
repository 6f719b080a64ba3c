import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import type { PDFRef } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { aLockedPdf, aLongPdf, aTypedPdf } from '../../../../tests/builders/scanned-pdf.ts';
import { decodeImage } from './decode-image.ts';
import { openFile } from './open-file.ts';

const WIDTH = 420;
const HEIGHT = 594;

/** RGB samples of a page: dark above, light below. */
function samples(channels: 1 | 3): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT * channels }, (_, index) =>
    index < (WIDTH * HEIGHT * channels) / 2 ? 40 : 230,
  );
}

type Draw = (document: PDFDocument) => Promise<PDFRef> | PDFRef;

async function aPdf(draw: Draw, pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page++) {
    const added = document.addPage([WIDTH, HEIGHT]);
    const name = added.node.newXObject('Scan', await draw(document));
    added.node.addContentStream(
      document.context.register(
        document.context.stream(`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm ${name.toString()} Do Q`),
      ),
    );
  }
  return document.save();
}

function image(contents: Uint8Array, dict: Record<string, unknown>): Draw {
  return ({ context }) => {
    const entries = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: WIDTH,
      Height: HEIGHT,
      BitsPerComponent: 8,
      ...dict,
    };
    return context.register(context.stream(contents, entries));
  };
}

async function decode(
  bytes: Uint8Array,
  page = 1,
): Promise<{ size: [number, number]; above: number; below: number }> {
  const { width, height, data } = await decodeImage(await (await openFile(bytes)).image(page), 'fine');
  const at = (y: number): number => Math.round(data[(y * width + width / 2) * 3]! / 10) * 10;
  return { size: [width, height], above: at(100), below: at(500) };
}

const PAGE = { size: [WIDTH, HEIGHT], above: 40, below: 230 };

/** Each row coded as its difference from the one above (PNG filter 2). */
function withPngUp(bytes: Uint8Array, stride: number): Uint8Array {
  const rows = bytes.length / stride;
  const out = new Uint8Array(rows * (stride + 1));
  for (let row = 0; row < rows; row++) {
    out[row * (stride + 1)] = 2;
    for (let i = 0; i < stride; i++)
      out[row * (stride + 1) + 1 + i] =
        bytes[row * stride + i]! - (row > 0 ? bytes[(row - 1) * stride + i]! : 0);
  }
  return out;
}

async function jpeg(): Promise<Uint8Array> {
  return sharp(samples(3), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg()
    .toBuffer();
}

describe('the image of a scanned PDF is taken out as it is', () => {
  test.each<[string, () => Promise<Draw> | Draw]>([
    ['a JPEG', async () => image(await jpeg(), { Filter: 'DCTDecode', ColorSpace: 'DeviceRGB' })],
    [
      'deflated RGB',
      () => image(deflateSync(samples(3)), { Filter: 'FlateDecode', ColorSpace: 'DeviceRGB' }),
    ],
    [
      'deflated grey',
      () => image(deflateSync(samples(1)), { Filter: ['FlateDecode'], ColorSpace: 'DeviceGray' }),
    ],
    [
      'RGB predicted row by row',
      () =>
        image(deflateSync(withPngUp(samples(3), WIDTH * 3)), {
          Filter: 'FlateDecode',
          ColorSpace: 'DeviceRGB',
          DecodeParms: { Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: WIDTH },
        }),
    ],
    ['plain samples, no filter', () => image(samples(1), { ColorSpace: 'DeviceGray' })],
    [
      'grey given as a negative',
      () =>
        image(
          samples(1).map((value) => 255 - value),
          { ColorSpace: 'DeviceGray', Decode: [1, 0] },
        ),
    ],
  ])('%s', async (_, draw) => {
    expect(await decode(await aPdf(await draw()))).toEqual(PAGE);
  });

  test('one bit per pixel, black on white', async () => {
    const stride = Math.ceil(WIDTH / 8);
    const bits = Uint8Array.from({ length: stride * HEIGHT }, (_, index) =>
      index < (stride * HEIGHT) / 2 ? 0 : 255,
    );
    const draw = image(deflateSync(bits), {
      Filter: 'FlateDecode',
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 1,
    });
    expect(await decode(await aPdf(draw))).toEqual({ ...PAGE, above: 0, below: 260 });
  });

  test('each page has its own', async () => {
    let drawn = 0;
    const bytes = await aPdf((document) => {
      const level = 60 * ++drawn;
      return image(samples(1).fill(level), { ColorSpace: 'DeviceGray' })(document);
    }, 3);
    expect((await openFile(bytes)).pages).toBe(3);
    expect(await decode(bytes, 2)).toEqual({ ...PAGE, above: 120, below: 120 });
  });
});

describe('a page that is not one plain image is drawn', () => {
  test('two strips, one above the other', async () => {
    const half = async (level: number) =>
      sharp({
        create: {
          width: WIDTH,
          height: HEIGHT / 2,
          channels: 3,
          background: { r: level, g: level, b: level },
        },
      })
        .jpeg()
        .toBuffer();
    const document = await PDFDocument.create();
    const page = document.addPage([WIDTH, HEIGHT]);
    const [dark, light] = [await document.embedJpg(await half(40)), await document.embedJpg(await half(230))];
    page.drawImage(dark, { x: 0, y: HEIGHT / 2, width: WIDTH, height: HEIGHT / 2 });
    page.drawImage(light, { x: 0, y: 0, width: WIDTH, height: HEIGHT / 2 });
    expect(await levels(await document.save())).toEqual({ above: 40, below: 230, scale: 2.78 });
  });

  test('a fax image (CCITT group 4)', async () => {
    const page = sharp(samples(1), { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
      .threshold(128)
      .toColourspace('b-w');
    const tiff = await page
      .tiff({ compression: 'ccittfax4', bitdepth: 1, tile: true, tileWidth: 432, tileHeight: 608 })
      .toBuffer();
    const fax = image(onlyTile(tiff), {
      Width: 432,
      Height: 608,
      BitsPerComponent: 1,
      ColorSpace: 'DeviceGray',
      Filter: 'CCITTFaxDecode',
      DecodeParms: { K: -1, Columns: 432, Rows: 608, BlackIs1: true },
    });
    const document = await PDFDocument.create();
    const added = document.addPage([WIDTH, HEIGHT]);
    const name = added.node.newXObject('Scan', await fax(document));
    added.node.addContentStream(
      document.context.register(
        document.context.stream(`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm ${name.toString()} Do Q`),
      ),
    );
    expect(await levels(await document.save())).toEqual({ above: 0, below: 255, scale: 2.78 });
  });

  test('a page that was typed', async () => {
    expect(await levels(await aTypedPdf())).toMatchObject({ above: 255, below: 255 });
  });

  async function levels(bytes: Uint8Array) {
    const { width, height, data } = await decodeImage(await (await openFile(bytes)).image(1), 'fine');
    const at = (share: number) => data[(Math.round(height * share) * width + (width >> 1)) * 3]!;
    return { above: at(0.25), below: at(0.75), scale: Math.round((width / WIDTH) * 100) / 100 };
  }
});

/** The compressed bytes of a TIFF of one tile (tags 324 and 325), little-endian. */
function onlyTile(tiff: Buffer): Buffer {
  const directory = tiff.readUInt32LE(4);
  const entries = Array.from(
    { length: tiff.readUInt16LE(directory) },
    (_, index) => directory + 2 + index * 12,
  );
  const valueOf = (tag: number) =>
    tiff.readUInt32LE(entries.find((at) => tiff.readUInt16LE(at) === tag)! + 8);
  return tiff.subarray(valueOf(324), valueOf(324) + valueOf(325));
}

describe('a PDF that is no scan is refused with a reason', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    [
      'too few samples',
      () => aPdf(image(new Uint8Array(10), { ColorSpace: 'DeviceGray' })),
      'image-unreadable',
    ],
    [
      'a deflated stream that lies',
      () => aPdf(image(new Uint8Array(10), { Filter: 'FlateDecode', ColorSpace: 'DeviceGray' })),
      'image-unreadable',
    ],
    [
      'a stream that swells to 400 MB',
      async () =>
        aPdf(
          image(deflateSync(Buffer.alloc(400 * 1024 * 1024)), {
            Filter: 'FlateDecode',
            ColorSpace: 'DeviceRGB',
          }),
        ),
      'image-too-large',
    ],
    ['a locked file', () => aLockedPdf({ user: 'secret', owner: 'secret' }), 'encrypted-pdf'],
    ['501 pages', async () => aLongPdf(501, await jpeg()), 'too-many-pages'],
    ['a file cut short', async () => (await aTypedPdf()).subarray(0, 200), 'image-unreadable'],
    ['a header and nothing else', () => Buffer.from('%PDF-1.7\n'), 'image-unreadable'],
  ])('%s', async (_, make, code) => {
    await expect(decode(await make())).rejects.toMatchObject({ name: 'Unreadable', code });
  });
});
