import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as hostile from '../../../../tests/builders/hostile-images.ts';
import * as pdfs from '../../../../tests/builders/scanned-pdf.ts';
import { aLookup, aPrintedSheet, aScannedPage } from '../../../../tests/builders/signed-sheet.ts';
import type { PrintedSheet } from '../../../../tests/builders/signed-sheet.ts';
import { createScanReader } from '../index.ts';
import type { ScanReader } from '../index.ts';

let reader: ScanReader;
let sheet: PrintedSheet;
let recto: Uint8Array;
let verso: Uint8Array;

beforeAll(async () => {
  reader = createScanReader({ workers: 1 });
  sheet = await aPrintedSheet();
  recto = await aScannedPage(sheet);
  verso = await aScannedPage(sheet, { sheetPage: 2 });
});

afterAll(() => reader.close());

/** Reads the file between the two pages of a good sheet, which must come through whatever it does, and says what it gave. */
async function readAmongGood(name: string, bytes: Uint8Array, lookup = aLookup([sheet])): Promise<string[]> {
  const said = new Map<string, string[]>();
  const files = [
    { name: 'avant.jpg', bytes: recto },
    { name, bytes },
    { name: 'après.jpg', bytes: verso },
  ];
  await reader.read(files, lookup, {
    onPage({ reading: { file, status, warnings, reasons } }) {
      const doubts = [...warnings, ...reasons].filter((code) => !code.endsWith('-missing'));
      said.set(file, [...(said.get(file) ?? []), [status, ...doubts].join(' ')]);
    },
  });
  expect([said.get('avant.jpg'), said.get('après.jpg')]).toEqual([['matched'], ['matched']]);
  return said.get(name) ?? [];
}

type Case = [what: string, name: string, make: () => Uint8Array | Promise<Uint8Array>, says: string[]];

const tiff = () => sharp(recto).tiff({ compression: 'lzw' }).toBuffer();
const png = () => sharp(recto).png({ compressionLevel: 1 }).toBuffer();
const pdf = async () => (await pdfs.aScannedPdf([recto])).save();
const UNREADABLE = ['unreadable image-unreadable'];
const TOO_LARGE = ['unreadable image-too-large'];

describe('a file that is damaged is refused or flagged, and the pages around it are read', () => {
  test.each<Case>([
    ['nothing at all', 'vide.jpg', () => new Uint8Array(0), UNREADABLE],
    ['a JPEG cut early', 'scan.jpg', () => hostile.cutShort(recto, 0.01), UNREADABLE],
    ['a JPEG cut near its end', 'scan.jpg', () => hostile.cutShort(recto, 0.98), UNREADABLE],
    ['a PNG cut near its end', 'scan.png', async () => hostile.cutShort(await png(), 0.98), UNREADABLE],
    ['a TIFF cut near its end', 'scan.tif', async () => hostile.cutShort(await tiff(), 0.98), UNREADABLE],
    ['a PDF cut near its end', 'scan.pdf', async () => hostile.cutShort(await pdf(), 0.98), UNREADABLE],
    ['a PNG with a hole', 'scan.png', async () => hostile.withAHole(await png()), UNREADABLE],
    ['a TIFF with a hole', 'scan.tif', async () => hostile.withAHole(await tiff()), UNREADABLE],
    [
      'a TIFF without end',
      'scan.tif',
      async () => hostile.aTiffWithoutEnd(await tiff()),
      ['duplicate duplicate-page'],
    ],
    [
      'PDF brackets without end',
      'scan.pdf',
      () => Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}\nstartxref\n0`),
      UNREADABLE,
    ],
  ])('%s', async (_, name, make, says) => {
    expect(await readAmongGood(name, await make())).toEqual(says);
  });

  test('a JPEG with a hole is shown, and never taken for a page that was seen whole', async () => {
    const [says] = await readAmongGood('scan.jpg', hostile.withAHole(recto));
    expect(says).toContain('image-damaged');
  });

  test('a TIFF keeps its other pages when one of them is damaged', async () => {
    const pages = await Promise.all(
      [recto, recto].map((page) => sharp(page).resize(1_654, 2_339, { fit: 'fill' }).png().toBuffer()),
    );
    const whole = await sharp(pages, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const says = await readAmongGood('pile.tif', hostile.withAHole(whole));
    expect(says.sort()).toEqual(['duplicate duplicate-page', 'unreadable image-unreadable']);
  });
});

describe('a file that would swell is refused from its header', () => {
  const onePixelHigh = { width: 60_000, height: 1, bits: 8, channels: 1 } as const;
  test.each<Case>([
    [
      'a PNG of 30,000 pixels square in 110 KB',
      'b.png',
      () => hostile.aPngOfOneColour({ width: 30_000, height: 30_000, bits: 1, channels: 1 }),
      TOO_LARGE,
    ],
    [
      'a PNG of 16 bits that fills 300 MB',
      'b.png',
      () => hostile.aPngOfOneColour({ width: 6_200, height: 6_200, bits: 16, channels: 4 }),
      TOO_LARGE,
    ],
    ['a PNG one pixel high', 'b.png', () => hostile.aPngOfOneColour(onePixelHigh), ['unidentified no-code']],
    ['a JPEG that claims 30,000 pixels', 'b.jpg', () => hostile.aJpegThatClaims(recto, 30_000), TOO_LARGE],
    [
      'a TIFF that claims 30,000 pixels',
      'b.tif',
      async () => hostile.aTiffThatClaims(await tiff(), 30_000),
      TOO_LARGE,
    ],
    [
      'a TIFF that claims 6,000 pixels',
      'b.tif',
      async () => hostile.aTiffThatClaims(await tiff(), 6_000),
      UNREADABLE,
    ],
    [
      'a TIFF that claims four thousand million',
      'b.tif',
      async () => hostile.aTiffThatClaims(await tiff(), 0xffffffff),
      UNREADABLE,
    ],
    [
      'a PDF with an image that claims 30,000',
      'b.pdf',
      () => pdfs.aPdfWithAnImageThatClaims(30_000, 'FlateDecode'),
      TOO_LARGE,
    ],
    [
      'a PDF with a fax that claims 30,000',
      'b.pdf',
      () => pdfs.aPdfWithAnImageThatClaims(30_000, 'CCITTFaxDecode'),
      TOO_LARGE,
    ],
    [
      'a PDF whose page says 7 MB',
      'b.pdf',
      () => pdfs.aPdfThatDraws('0 0 595 842 re f\n'.repeat(400_000)),
      TOO_LARGE,
    ],
    ['a PDF whose objects fill 64 MB', 'b.pdf', () => pdfs.aPdfWhoseObjectsSwell(), TOO_LARGE],
    [
      'a PDF of 501 pages',
      'b.pdf',
      async () => pdfs.aLongPdf(501, await sharp(recto).resize(420).jpeg().toBuffer()),
      ['unreadable too-many-pages'],
    ],
  ])('%s', async (_, name, make, says) => {
    expect(await readAmongGood(name, await make())).toEqual(says);
  });
});

describe('what a file is called says nothing', () => {
  test.each<Case>([
    [
      'a text called .jpg',
      'a.jpg',
      () => Buffer.from('Bonjour, ceci est une lettre.'),
      ['unreadable unsupported-format'],
    ],
    [
      'an archive called .pdf',
      'a.pdf',
      () => Buffer.from('PK\u0003\u0004'),
      ['unreadable unsupported-format'],
    ],
    ['a JPEG called .pdf', 'a.pdf', () => recto, ['duplicate duplicate-page']],
    ['a PDF called .png', 'a.png', pdf, ['duplicate duplicate-page']],
    [
      'a PDF after the lines of a printer',
      'a.pdf',
      async () => Buffer.concat([Buffer.from('\u001b%-12345X@PJL\r\n'), await pdf()]),
      ['duplicate duplicate-page'],
    ],
    [
      'a PDF locked',
      'a.pdf',
      () => pdfs.aLockedPdf({ user: 'secret', owner: 'secret' }),
      ['unreadable encrypted-pdf'],
    ],
    [
      'a PDF locked for its owner only',
      'a.pdf',
      () => pdfs.aLockedPdf({ user: '', owner: 'secret' }),
      ['unreadable encrypted-pdf'],
    ],
  ])('%s', async (_, name, make, says) => {
    expect(await readAmongGood(name, await make())).toEqual(says);
  });
});

describe('a page that is put together is read as it shows', () => {
  test.each<Case>([
    ['four strips', 'a.pdf', () => pdfs.aPdfOfStrips(recto), ['duplicate duplicate-page']],
    [
      'paper and writing as two layers',
      'a.pdf',
      () => pdfs.aPdfOfLayers(recto),
      ['duplicate duplicate-page'],
    ],
    ['no image at all', 'a.pdf', pdfs.aTypedPdf, ['unidentified no-code']],
  ])('%s', async (_, name, make, says) => {
    expect(await readAmongGood(name, await make())).toEqual(says);
  });

  test('pages that share one list of images each show their own', async () => {
    const seen: unknown[] = [];
    const bytes = await pdfs.aPdfOfSharedImages([verso, recto]);
    await reader.read([{ name: 'pile.pdf', bytes }], aLookup([sheet]), {
      onPage: ({ reading }) => seen.push([reading.page, reading.sheetPage]),
    });
    expect(seen).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  test('the 500 pages of the longest PDF that is taken', async () => {
    const blank = { width: 420, height: 594, channels: 3, background: '#ffffff' } as const;
    const bytes = await pdfs.aLongPdf(500, await sharp({ create: blank }).jpeg().toBuffer());
    const says = await readAmongGood('pile.pdf', bytes);
    expect([says.length, new Set(says)]).toEqual([500, new Set(['unidentified no-code'])]);
  });
});

describe('a code is believed after its check only', () => {
  test('one made by somebody else', async () => {
    const forged = await aPrintedSheet({}, { forged: true });
    expect(await readAmongGood('faux.jpg', await aScannedPage(forged))).toEqual(['foreign code-forged']);
  });

  test('one of another station or académie', async () => {
    const other = await aPrintedSheet({ registrationNumber: '202719999000999' });
    expect(await readAmongGood('autre.jpg', await aScannedPage(other))).toEqual(['foreign other-station']);
  });

  test('a training sheet among real ones', async () => {
    const drill = await aPrintedSheet({ registrationNumber: '202710421000999' });
    const known = aLookup([sheet]);
    const says = await readAmongGood('école.jpg', await aScannedPage(drill), (parsed) =>
      parsed.code.registrationNumber === '202710421000999' ? 'trainingMismatch' : known(parsed),
    );
    expect(says).toEqual(['foreign training-sheet']);
  });
});
