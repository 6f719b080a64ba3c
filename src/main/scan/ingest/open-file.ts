import { INGEST } from '../thresholds.ts';
import { countPages } from './decode-image.ts';
import type { EncodedImage } from './decode-image.ts';
import { findFormat } from './detect-format.ts';
import { openPdf, pageImage } from './pdf-pages.ts';
import { Unreadable } from './unreadable.ts';

/** A file whose pages can be taken one at a time; `image` throws `Unreadable` for the page alone. */
export interface OpenFile {
  pages: number;
  /** `page` from 1. */
  image(page: number): EncodedImage;
}

/** Throws `Unreadable` when nothing of the file can be read. */
export async function openFile(bytes: Uint8Array): Promise<OpenFile> {
  if (bytes.length === 0) throw new Unreadable('image-unreadable');
  if (bytes.length > INGEST.maxFileBytes) throw new Unreadable('image-too-large');
  const format = findFormat(bytes);
  if (!format) throw new Unreadable('unsupported-format');
  if (format === 'pdf') {
    const pages = await openPdf(bytes);
    return { pages: pages.length, image: (page) => pageImage(pages[page - 1]!) };
  }
  const pages = await countPages(bytes);
  if (pages > INGEST.maxPages) throw new Unreadable('too-many-pages');
  return { pages, image: (page) => ({ kind: 'encoded', bytes, page: page - 1 }) };
}
