import sharp from 'sharp';
import * as hostile from '../builders/hostile-images.ts';
import * as pdfs from '../builders/scanned-pdf.ts';

export interface ImageBomb {
  what: string;
  name: string;
  make(): Uint8Array | Promise<Uint8Array>;
}

const SIDE_PX = 7_000;
const blank = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#fff' }, limitInputPixels: false });
const smallJpeg = () => blank(420).jpeg().toBuffer();
const smallTiff = () => blank(420).tiff({ compression: 'lzw' }).toBuffer();

/** Small files that swell when they are opened, true ones and liars, of each format that is read. */
export const IMAGE_BOMBS: readonly ImageBomb[] = [
  {
    what: 'a PNG of 30,000 pixels square',
    name: 'a.png',
    make: () => hostile.aPngOfOneColour({ width: 30_000, height: 30_000, bits: 1, channels: 1 }),
  },
  {
    what: 'a PNG of 16 bits that fills 300 MB',
    name: 'b.png',
    make: () => hostile.aPngOfOneColour({ width: 6_200, height: 6_200, bits: 16, channels: 4 }),
  },
  {
    what: 'a progressive JPEG of 7,000 pixels square',
    name: 'c.jpg',
    make: () => blank(SIDE_PX).jpeg({ progressive: true }).toBuffer(),
  },
  {
    what: 'a JPEG that claims 60,000',
    name: 'd.jpg',
    make: async () => hostile.aJpegThatClaims(await smallJpeg(), 60_000),
  },
  {
    what: 'a TIFF of 7,000 pixels square',
    name: 'e.tif',
    make: () => blank(SIDE_PX).tiff({ compression: 'deflate' }).toBuffer(),
  },
  {
    what: 'a TIFF that claims 30,000',
    name: 'f.tif',
    make: async () => hostile.aTiffThatClaims(await smallTiff(), 30_000),
  },
  {
    what: 'a PDF with an image that fills 147 MB',
    name: 'g.pdf',
    make: () => pdfs.aPdfOfOneColour(SIDE_PX, SIDE_PX),
  },
  {
    what: 'a PDF with a fax that claims 30,000',
    name: 'h.pdf',
    make: () => pdfs.aPdfWithAnImageThatClaims(30_000, 'CCITTFaxDecode'),
  },
  {
    what: 'a PDF whose page says 7 MB',
    name: 'i.pdf',
    make: () => pdfs.aPdfThatDraws('0 0 595 842 re f\n'.repeat(400_000)),
  },
  { what: 'a PDF whose objects fill 64 MB', name: 'j.pdf', make: pdfs.aPdfWhoseObjectsSwell },
  { what: 'a PDF of forms in forms, a million drawings', name: 'k.pdf', make: pdfs.aPdfOfNestedForms },
];
