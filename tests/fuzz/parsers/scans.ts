import sharp from 'sharp';
import { decodeImage } from '#main/scan/ingest/decode-image.ts';
import { openFile } from '#main/scan/ingest/open-file.ts';
import { Unreadable } from '#main/scan/ingest/unreadable.ts';
import * as pdfs from '../../builders/scanned-pdf.ts';
import type { Parser } from '../parser.ts';

const PAGES_READ = 2;
const SIZE = { width: 410, height: 580 };

/** As the worker of a scan does, page by page: one that cannot be read stops no other. */
async function readScan(bytes: Uint8Array): Promise<void> {
  const file = await openFile(bytes);
  let first: Unreadable | undefined;
  for (let page = 1; page <= Math.min(file.pages, PAGES_READ); page += 1) {
    try {
      await decodeImage(await file.image(page), 'working');
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      first ??= error;
    }
  }
  if (first) throw first;
}

const isRefusal = (error: unknown) => error instanceof Unreadable;

function aDrawing(width = SIZE.width, height = SIZE.height) {
  const red = { create: { width: 60, height: 40, channels: 3, background: '#d01020' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#f4f4f0' } }).composite([
    { input: red, left: 12, top: 20 },
  ]);
}

export const images: Parser = {
  name: 'images',
  share: 8,
  async prepare() {
    const small = () => aDrawing(120, 160);
    const samples = await Promise.all([
      small().jpeg().toBuffer(),
      small().jpeg({ progressive: true }).withMetadata({ orientation: 6 }).toBuffer(),
      small().toColourspace('cmyk').jpeg().toBuffer(),
      small().png().toBuffer(),
      small().png({ palette: true, colours: 4 }).toBuffer(),
      small().toColourspace('rgb16').png({ progressive: true }).toBuffer(),
      small().tiff({ compression: 'lzw' }).toBuffer(),
      small().tiff({ compression: 'none', tile: true }).toBuffer(),
      small().tiff({ compression: 'jpeg' }).toBuffer(),
    ]);
    return { samples, parse: readScan, isRefusal };
  },
};

export const pdf: Parser = {
  name: 'pdf',
  share: 2,
  async prepare() {
    const jpeg = await aDrawing().jpeg({ quality: 40 }).toBuffer();
    const samples = await Promise.all([
      pdfs.aScannedPdf([jpeg]).then((document) => document.save()),
      pdfs.aScannedPdf([jpeg]).then((document) => document.save({ useObjectStreams: false })),
      pdfs.aPdfOfOneColour(410, 580),
      pdfs.aPdfOfSharedImages([jpeg, jpeg]),
    ]);
    return { samples, parse: readScan, isRefusal };
  },
};

/** Pages that are no single image are drawn by another library. */
export const drawnPdf: Parser = {
  name: 'drawn-pdf',
  share: 1,
  async prepare() {
    const samples = [
      await pdfs.aTypedPdf(),
      await pdfs.aPdfThatDraws('q 1 0 0 rg 40 40 200 300 re f Q BT ET'),
      await pdfs.aPdfWithAnImageThatClaims(600, 'CCITTFaxDecode'),
    ];
    return { samples, parse: readScan, isRefusal };
  },
};
