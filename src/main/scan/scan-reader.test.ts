import sharp from 'sharp';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aLookup, aPrintedSheet, aScannedPage } from '../../../tests/builders/signed-sheet.ts';
import type { PrintedSheet } from '../../../tests/builders/signed-sheet.ts';
import { createScanReader } from './index.ts';
import type { ReadPage, ScanFile, ScanReader, SheetLookup } from './index.ts';

let reader: ScanReader;
let sheet: PrintedSheet;
let other: PrintedSheet;
let forged: PrintedSheet;
let recto: Uint8Array;
let verso: Uint8Array;
let strange: Uint8Array;
let falseRecto: Uint8Array;

beforeAll(async () => {
  reader = createScanReader({ workers: 2 });
  sheet = await aPrintedSheet();
  other = await aPrintedSheet({ registrationNumber: '202710421000999' });
  forged = await aPrintedSheet({}, { forged: true });
  recto = await aScannedPage(sheet);
  verso = await aScannedPage(sheet, { sheetPage: 2 });
  strange = await aScannedPage(other);
  falseRecto = await aScannedPage(forged);
});

afterAll(() => reader.close());

/** The reader takes its images back: those that are looked at are copied. */
async function read(files: ScanFile[], lookup: SheetLookup = aLookup([sheet])): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  await reader.read(files, lookup, {
    onPage: ({ image, ...page }) =>
      pages.push({ ...page, ...(image && { image: { ...image, jpeg: image.jpeg.slice() } }) }),
  });
  return pages;
}

const file = (name: string, bytes: Uint8Array): ScanFile => ({ name, bytes });

function summary({ reading }: ReadPage): string {
  const { file, page, status, sheetPage, warnings, reasons } = reading;
  const stack = [...warnings, ...reasons].filter(
    (code) => !code.endsWith('-missing') || code === 'page-missing',
  );
  return `${file} ${page}: ${[status, sheetPage && `page ${sheetPage}`, ...stack].filter(Boolean).join(', ')}`;
}

describe('a stack', () => {
  test('goes on after whatever is wrong with one of its files', async () => {
    const pages = await read([
      file('recto.jpg', recto),
      file('vide.pdf', new Uint8Array(0)),
      file('coupé.jpg', recto.subarray(0, 20_000)),
      file('lettre.docx', Buffer.from('PK\u0003\u0004')),
      file('verso.jpg', verso),
    ]);
    expect(pages.map(summary).sort()).toEqual([
      'coupé.jpg 1: unreadable, image-unreadable',
      'lettre.docx 1: unreadable, unsupported-format',
      'recto.jpg 1: matched, page 1',
      'verso.jpg 1: matched, page 2',
      'vide.pdf 1: unreadable, image-unreadable',
    ]);
  });

  test('names its pages by their codes, whatever their order and the file they came in', async () => {
    const pages = await read([file('pile.pdf', await aScannedPdf([verso, recto]))]);
    expect(pages.map(summary)).toEqual(['pile.pdf 1: matched, page 2', 'pile.pdf 2: matched, page 1']);
  });

  test('reads the pages of a TIFF one by one', async () => {
    const tiff = await aTiff([recto, verso]);
    expect((await read([file('pile.tif', tiff)])).map(summary)).toEqual([
      'pile.tif 1: matched, page 1',
      'pile.tif 2: matched, page 2',
    ]);
  });

  test('tells the page that came twice, and the page that never came', async () => {
    const pages = await read([file('a.jpg', recto), file('b.jpg', recto)]);
    expect(pages.map(summary)).toEqual([
      'b.jpg 1: duplicate, page 1, duplicate-page',
      'a.jpg 1: matched, page 1, page-missing',
    ]);
  });

  test('tells a sheet that was replaced by a later version', async () => {
    const pages = await read([file('a.jpg', recto), file('b.jpg', verso)], aLookup([sheet], 3));
    expect(pages.map(summary)).toEqual([
      'a.jpg 1: superseded, page 1, superseded-version',
      'b.jpg 1: superseded, page 2, superseded-version',
    ]);
  });

  test('calls foreign what the station did not print, and says which was forged', async () => {
    const pages = await read([file('a.jpg', strange), file('b.jpg', falseRecto)]);
    expect(pages.map(summary)).toEqual([
      'a.jpg 1: foreign, page 1, other-station',
      'b.jpg 1: foreign, code-forged',
    ]);
  });

  test('does not read a training sheet among real ones', async () => {
    const [page] = await read([file('a.jpg', recto)], () => 'trainingMismatch');
    expect(page && summary(page)).toBe('a.jpg 1: foreign, page 1, training-sheet');
  });

  test.each([90, 180, 270])('turns the image of a page that came in turned by %i° upright', async (turn) => {
    const [page] = await read([file('a.jpg', await sharp(recto).rotate(turn).jpeg().toBuffer())]);
    const small = (image: Uint8Array) =>
      sharp(image).greyscale().resize(60, 85, { fit: 'fill' }).raw().toBuffer();
    const [seen, meant] = await Promise.all([small(page!.image!.jpeg), small(recto)]);
    const differences = seen.map((value, at) => Math.abs(value - meant[at]!));
    expect(differences.reduce((sum, one) => sum + one, 0) / differences.length).toBeLessThan(2);
  });

  test('gives an upright image with the place of the sheet on it', async () => {
    const turned = await sharp(recto).rotate(90).jpeg().toBuffer();
    const pages = await read([file('a.jpg', turned)]);
    const { widthPx, heightPx, pxPerMmX, pxPerMmY, originXPx, originYPx } = pages[0]!.image!;
    expect({
      portrait: heightPx > widthPx && heightPx <= 2_400,
      square: Math.abs(pxPerMmX / pxPerMmY - 1) < 0.01,
      atCorner: Math.hypot(originXPx, originYPx) < 3,
      wide: Math.abs(widthPx / pxPerMmX - 210) < 1,
    }).toEqual({ portrait: true, square: true, atCorner: true, wide: true });
  });

  test('stops when it is cancelled, and keeps what was read', async () => {
    const controller = new AbortController();
    const pages: ReadPage[] = [];
    const files = Array.from({ length: 20 }, (_, index) => file(`${index}.jpg`, strange));
    const reading = reader.read(files, aLookup([sheet]), {
      signal: controller.signal,
      onPage(page) {
        pages.push(page);
        controller.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    expect(pages.length).toBe(1);
  });

  test('passes on what the lookup throws, and can be read again', async () => {
    const failing = reader.read(
      [file('a.jpg', recto)],
      () => {
        throw new Error('the base is closed');
      },
      { onPage: () => undefined },
    );
    await expect(failing).rejects.toThrow('the base is closed');
    expect((await read([file('a.jpg', strange)])).length).toBe(1);
  });
});

async function aScannedPdf(pages: Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const bytes of pages) {
    const image = await document.embedJpg(bytes);
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return document.save();
}

async function aTiff(pages: Uint8Array[]): Promise<Uint8Array> {
  const same = await Promise.all(
    pages.map((page) => sharp(page).resize(1654, 2339, { fit: 'fill' }).png().toBuffer()),
  );
  return sharp(same, { join: { animated: true } })
    .tiff({ compression: 'lzw' })
    .toBuffer();
}
