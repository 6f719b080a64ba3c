import { EncryptedPDFError, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import type { PDFPage } from 'pdf-lib';
import { INGEST } from '../thresholds.ts';
import type { EncodedImage } from './decode-image.ts';
import { extractPdfImage, pdfImageSize } from './pdf-image.ts';
import { Unreadable } from './unreadable.ts';

/** A scanned page is at least a 75-dpi A5; anything smaller is a logo or a stamp. */
const MIN_SIDE_PX = 400;

/** A scanned PDF, each page one image. Throws `Unreadable`. */
export async function openPdf(bytes: Uint8Array): Promise<PDFPage[]> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
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

/** The one image that fills the page. A page that was drawn rather than scanned has none: `unsupported-format`. */
export function pageImage(page: PDFPage): EncodedImage {
  const { width, height } = page.getSize();
  const images = imagesOf(page.node.Resources(), 0)
    .map((stream) => ({ stream, size: pdfImageSize(stream) }))
    .filter(({ size }) => Math.min(size.width, size.height) >= MIN_SIDE_PX)
    .filter(({ size }) => Math.abs(Math.log((size.width / size.height) * (height / width))) < 0.06)
    .sort((a, b) => b.size.width * b.size.height - a.size.width * a.size.height);
  const largest = images[0];
  if (!largest) throw new Unreadable('unsupported-format');
  return extractPdfImage(largest.stream);
}

/** Images of the page and of the forms it draws; forms nest once or twice in practice, and could nest without end. */
function imagesOf(resources: PDFDict | undefined, depth: number): PDFRawStream[] {
  const objects = resources?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict) || depth > 3) return [];
  return objects.keys().flatMap((key) => {
    const object = objects.lookup(key);
    if (!(object instanceof PDFRawStream)) return [];
    const subtype = object.dict.lookup(PDFName.of('Subtype'))?.toString();
    if (subtype === '/Image') return [object];
    const nested = object.dict.lookup(PDFName.of('Resources'));
    return nested instanceof PDFDict ? imagesOf(nested, depth + 1) : [];
  });
}
