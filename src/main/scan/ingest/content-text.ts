import { inflateSync } from 'node:zlib';
import { PDFArray, PDFName, PDFStream } from 'pdf-lib';
import type { PDFObject } from 'pdf-lib';
import { INGEST } from '../thresholds.ts';
import { Unreadable } from './unreadable.ts';

/** `/Name Do`, the operator that draws an image or a form (ISO 32000-1, 8.8). */
export const DRAWS = /\/([^\s/[\]<>(){}%]+)\s+Do\b/g;

/** What a stream of a PDF says to draw. Undefined for a filter that no scanner writes, and for damage. Throws `image-too-large`. */
export function contentText(stream: PDFObject): string | undefined {
  if (!(stream instanceof PDFStream)) return undefined;
  const bytes = stream.getContents();
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray().map((_, at) => filter.lookup(at)) : [filter];
  const names = filters.filter((one) => one !== undefined).map((one) => one.toString());
  if (names.some((name) => name !== '/FlateDecode') || names.length > 1) return undefined;
  const plain = names.length === 0 ? bytes : inflated(bytes);
  if (plain && plain.length > INGEST.maxContentBytes) throw new Unreadable('image-too-large');
  return plain && Buffer.from(plain).toString('latin1');
}

function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: INGEST.maxContentBytes });
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('image-too-large', { cause: error });
    return undefined;
  }
}
