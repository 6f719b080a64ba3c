import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream } from 'pdf-lib';
import type { PDFObject, PDFPage } from 'pdf-lib';
import { INGEST } from '../thresholds.ts';
import { Unreadable } from './unreadable.ts';

/** `/Name Do`, the operator that draws an image or a form (ISO 32000-1, 8.8). */
const DRAWS = /\/([^\s/[\]<>(){}%]+)\s+Do\b/g;

/** Forms nest once or twice in practice, and could nest without end. */
const DEEPEST = 3;

/**
 * The images that a page draws, those of its forms included; what it merely may draw is left out, since many programs give all
 * their pages one list of resources. Undefined where its content cannot be told. Throws `image-too-large` for more than a page would say.
 */
export function drawnImages(page: PDFPage): PDFRawStream[] | undefined {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  return imagesOf(page.node.Resources(), streams, 0);
}

function imagesOf(
  resources: PDFDict | undefined,
  content: readonly (PDFObject | undefined)[],
  depth: number,
): PDFRawStream[] | undefined {
  const objects = resources?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return [];
  const names = drawnNames(content);
  if (!names || depth > DEEPEST) return undefined;
  const found: PDFRawStream[] = [];
  for (const name of names) {
    const object = objects.lookup(PDFName.of(name));
    if (!(object instanceof PDFRawStream)) continue;
    if (object.dict.lookup(PDFName.of('Subtype'))?.toString() === '/Image') found.push(object);
    else {
      const nested = object.dict.lookup(PDFName.of('Resources'));
      const inside = imagesOf(nested instanceof PDFDict ? nested : resources, [object], depth + 1);
      if (!inside) return undefined;
      found.push(...inside);
    }
  }
  return found;
}

function drawnNames(content: readonly (PDFObject | undefined)[]): Set<string> | undefined {
  const names = new Set<string>();
  for (const stream of content) {
    if (stream === undefined) continue;
    const text = contentText(stream);
    if (text === undefined) return undefined;
    for (const [, name] of text.matchAll(DRAWS)) names.add(name!);
  }
  return names;
}

/** Undefined for a filter that no scanner writes, and for damage. */
function contentText(stream: PDFObject): string | undefined {
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
