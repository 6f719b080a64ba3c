import { EncryptedPDFError, ParseSpeeds, PDFDocument, PDFName } from 'pdf-lib';
import type { PDFPage, PDFRawStream } from 'pdf-lib';
import { INGEST } from '../thresholds.ts';
import type { EncodedImage } from './decode-image.ts';
import { drawnImages } from './drawn-images.ts';
import { extractPdfImage, pdfImageSize } from './pdf-image.ts';
import { refuseSwelling } from './refuse-swelling.ts';
import { Unreadable } from './unreadable.ts';

/** A scanned page is at least a 75-dpi A5; anything smaller is a logo or a stamp. */
const MIN_SIDE_PX = 400;

/** Every whole PDF ends with it; some are followed by what a gateway appended. */
const ENDING = Buffer.from('startxref');
const ENDING_WITHIN = 64 * 1024;

/** A scanned PDF, each page one image. Throws `Unreadable`. */
export async function openPdf(bytes: Uint8Array): Promise<PDFPage[]> {
  // Looking for what is left of a file cut short takes seconds, and finds no page: their list is at the end.
  if (!Buffer.from(bytes.subarray(-ENDING_WITHIN)).includes(ENDING)) throw new Unreadable('image-unreadable');
  try {
    refuseSwelling(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    // In one go: it would otherwise pause every hundred objects, to leave a window alive that this thread does not have.
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    const pages = pdf.getPages();
    if (pages.length > INGEST.maxPages) throw new Unreadable('too-many-pages');
    if (pages.length === 0) throw new Unreadable('image-unreadable');
    return pages;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(error instanceof EncryptedPDFError ? 'encrypted-pdf' : 'image-unreadable', {
      cause: error,
    });
  }
}

/**
 * The one image that fills the page. `unsupported-format` for a page that has none or is put together from several (strips, layers):
 * only who draws it can tell what it shows. Throws `image-too-large` before anybody draws it.
 */
export function pageImage(page: PDFPage): EncodedImage {
  const images = (drawnImages(page) ?? []).map((stream) => ({ stream, ...pdfImageSize(stream) }));
  if (images.some(({ width, height }) => width * height > INGEST.maxPixels))
    throw new Unreadable('image-too-large');
  const large = images.filter(({ width, height }) => Math.min(width, height) >= MIN_SIDE_PX);
  const [only] = large;
  if (!only || large.length > 1 || isLayer(only.stream) || !hasShapeOf(page, only))
    throw new Unreadable('unsupported-format');
  return extractPdfImage(only.stream);
}

function hasShapeOf(page: PDFPage, image: { width: number; height: number }): boolean {
  const { width, height } = page.getSize();
  return Math.abs(Math.log((image.width / image.height) * (height / width))) < 0.06;
}

/** Partly transparent: something else shows through. */
function isLayer({ dict }: PDFRawStream): boolean {
  return dict.has(PDFName.of('SMask')) || dict.has(PDFName.of('Mask'));
}
