import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';

const A4: [number, number] = [595, 842];
const WHOLE_PAGE = { x: 0, y: 0, width: A4[0], height: A4[1] };

/** Each page one JPEG, as scanners write them. */
export async function aScannedPdf(pages: readonly Uint8Array[]): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  for (const jpeg of pages) document.addPage(A4).drawImage(await document.embedJpg(jpeg), WHOLE_PAGE);
  return document;
}

/** The same, every page holding the images of all: each draws its own only. */
export async function aPdfOfSharedImages(pages: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = await aScannedPdf(pages);
  await document.flush();
  const all = document.context.obj({});
  const own = document.getPages().map(({ node }) => {
    const images = node.normalizedEntries().XObject;
    images.entries().forEach(([name, image]) => all.set(name, image));
    return node;
  });
  own.forEach((node) => node.normalizedEntries().Resources.set(PDFName.of('XObject'), all));
  return document.save();
}

/** A page cut in four strips, as some multifunction devices send it. */
export async function aPdfOfStrips(jpeg: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage(A4);
  const { width, height } = await sharp(jpeg).metadata();
  for (let strip = 0; strip < 4; strip++) {
    const top = Math.round((height * strip) / 4);
    const below = Math.round((height * (strip + 1)) / 4);
    const part = await sharp(jpeg)
      .extract({ left: 0, top, width, height: below - top })
      .jpeg()
      .toBuffer();
    page.drawImage(await document.embedJpg(part), {
      x: 0,
      y: A4[1] * (1 - below / height),
      width: A4[0],
      height: (A4[1] * (below - top)) / height,
    });
  }
  return document.save();
}

/** White paper as one large image, and what is written on it as another, partly transparent. */
export async function aPdfOfLayers(jpeg: Uint8Array): Promise<Uint8Array> {
  const paper = { width: 1_654, height: 2_339, channels: 3, background: '#ffffff' } as const;
  const document = await PDFDocument.create();
  const page = document.addPage(A4);
  page.drawImage(await document.embedJpg(await sharp({ create: paper }).jpeg().toBuffer()), WHOLE_PAGE);
  const written = await sharp(jpeg).resize(1_600).ensureAlpha(0.99).png().toBuffer();
  page.drawImage(await document.embedPng(written), WHOLE_PAGE);
  return document.save();
}

export async function aTypedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage(A4).drawText('Une lettre, pas une image.', { font, x: 40, y: 400 });
  return document.save();
}

export async function aLockedPdf(passwords: { user: string; owner: string }): Promise<Uint8Array> {
  const document = await aScannedPdf([]);
  document.addPage(A4);
  document.encrypt({ userPassword: passwords.user, ownerPassword: passwords.owner });
  return document.save();
}

/** Many pages of the same image. */
export async function aLongPdf(pages: number, jpeg: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const image = await document.embedJpg(jpeg);
  for (let page = 0; page < pages; page++) document.addPage(A4).drawImage(image, WHOLE_PAGE);
  return document.save();
}

/** A page that says this to its reader. */
export async function aPdfThatDraws(content: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage(A4);
  const stream = document.context.stream(deflateSync(content), { Filter: 'FlateDecode' });
  page.node.addContentStream(document.context.register(stream));
  return document.save();
}

/** A page with one image in colours, of which all samples are the same. */
export async function aPdfOfOneColour(width: number, height: number): Promise<Uint8Array> {
  const samples = deflateSync(Buffer.alloc(width * height * 3, 255));
  return aPdfOfOneImage(samples, {
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceRGB',
    Filter: 'FlateDecode',
  });
}

/** A page with one image of this side, of which there are hardly any bytes. */
export async function aPdfWithAnImageThatClaims(
  sidePx: number,
  filter: 'FlateDecode' | 'CCITTFaxDecode',
): Promise<Uint8Array> {
  return aPdfOfOneImage(deflateSync(Buffer.alloc(1_000)), {
    Width: sidePx,
    Height: sidePx,
    BitsPerComponent: 1,
    ColorSpace: 'DeviceGray',
    Filter: filter,
  });
}

async function aPdfOfOneImage(
  samples: Uint8Array,
  dictionary: Record<string, string | number>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage(A4);
  const image = document.context.stream(samples, { Type: 'XObject', Subtype: 'Image', ...dictionary });
  const name = page.node.newXObject('Scan', document.context.register(image));
  const draw = `q ${A4[0]} 0 0 ${A4[1]} 0 0 cm ${name.toString()} Do Q`;
  page.node.addContentStream(document.context.register(document.context.stream(draw)));
  return document.save();
}

/** 64 MB of objects in a stream of 62 KB. */
export function aPdfWhoseObjectsSwell(): Uint8Array {
  const objects = deflateSync(Buffer.alloc(64 * 1024 * 1024));
  const dictionary = `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${objects.length}>>`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n${dictionary}\nstream\n`),
    objects,
    Buffer.from('\nendstream\nendobj\n2 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n'),
    Buffer.from('3 0 obj\n<</Type/Pages/Kids[4 0 R]/Count 1>>\nendobj\n'),
    Buffer.from('4 0 obj\n<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]>>\nendobj\n'),
    Buffer.from('trailer\n<</Root 2 0 R/Size 5>>\nstartxref\n0\n%%EOF'),
  ]);
}

/** A page that draws a form ten times, which draws another ten times, and so on: a million drawings in 2 KB. */
export function aPdfOfNestedForms(levels = 6): Uint8Array {
  const LAST = 4 + levels;
  const form = (level: number) => {
    const draws = level === LAST ? '0 0 9 9 re f' : '/F Do '.repeat(10);
    const inner = level === LAST ? '' : `/Resources<</XObject<</F ${level + 1} 0 R>>>>`;
    const dictionary = `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]${inner}/Length ${draws.length}>>`;
    return `${level} 0 obj\n${dictionary}\nstream\n${draws}\nendstream\nendobj\n`;
  };
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>';
  return Buffer.from(
    [
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n',
      '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
      `3 0 obj\n${page}\nendobj\n`,
      '4 0 obj\n<</Length 5>>\nstream\n/F Do\nendstream\nendobj\n',
      ...Array.from({ length: levels }, (_, index) => form(5 + index)),
      `trailer\n<</Root 1 0 R/Size ${5 + levels}>>\nstartxref\n0\n%%EOF`,
    ].join(''),
  );
}
