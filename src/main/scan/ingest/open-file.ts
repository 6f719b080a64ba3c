import type { PDFPage } from 'pdf-lib';
import { INGEST } from '../thresholds.ts';
import { countPages } from './decode-image.ts';
import type { EncodedImage } from './decode-image.ts';
import { findFormat } from './detect-format.ts';
import { openPdf, pageImage } from './pdf-pages.ts';
import { rasterisePdfPage } from './rasterise-pdf-page.ts';
import { Unreadable } from './unreadable.ts';

/** A file whose pages can be taken one at a time; `image` throws `Unreadable` for the page alone. */
export interface OpenFile {
  pages: number;
  /** `page` from 1. */
  image(page: number): Promise<EncodedImage>;
}

/** Throws `Unreadable` when nothing of the file can be read. */
export async function openFile(bytes: Uint8Array): Promise<OpenFile> {
  if (bytes.length === 0) throw new Unreadable('image-unreadable');
  if (bytes.length > INGEST.maxFileBytes) throw new Unreadable('image-too-large');
  const format = findFormat(bytes);
  if (!format) throw new Unreadable('unsupported-format');
  if (format === 'pdf') {
    const pages = await openPdf(bytes);
    return { pages: pages.length, image: (page) => scannedOrDrawn(bytes, pages, page) };
  }
  const pages = await countPages(bytes);
  if (pages > INGEST.maxPages) throw new Unreadable('too-many-pages');
  return { pages, image: async (page) => ({ kind: 'encoded', bytes, page: page - 1 }) };
}

async function scannedOrDrawn(
  bytes: Uint8Array,
  pages: readonly PDFPage[],
  page: number,
): Promise<EncodedImage> {
  try {
    return pageImage(pages[page - 1]!);
  } catch (error) {
    if (error instanceof Unreadable && error.code === 'unsupported-format')
      return rasterisePdfPage(bytes, page);
    if (error instanceof Unreadable) throw error;
    // The library answers an object of the wrong kind with errors of its own; the other pages may be sound.
    throw new Unreadable('image-unreadable', { cause: error });
  }
}
