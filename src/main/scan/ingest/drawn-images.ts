import { PDFArray, PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import type { PDFObject, PDFPage } from 'pdf-lib';
import { contentText, DRAWS } from './content-text.ts';
import { refuseEndlessDrawing } from './refuse-endless-drawing.ts';

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
  refuseEndlessDrawing(page.node.Resources(), streams);
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
