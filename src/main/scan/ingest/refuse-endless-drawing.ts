import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import type { PDFObject } from 'pdf-lib';
import { INGEST } from '../thresholds.ts';
import { contentText, DRAWS } from './content-text.ts';
import { Unreadable } from './unreadable.ts';

/**
 * A form that draws another ten times, which draws another ten times, and so on, keeps whoever draws it busy for ever. What is drawn is
 * counted first, each form once. What cannot be read here draws nothing as far as is known: the time of a page is limited all the same.
 * Throws `image-too-large`.
 */
export function refuseEndlessDrawing(
  resources: PDFDict | undefined,
  content: readonly (PDFObject | undefined)[],
): void {
  if (drawingsOf(resources, content, new Map()) > INGEST.maxDrawings) throw new Unreadable('image-too-large');
}

function drawingsOf(
  resources: PDFDict | undefined,
  content: readonly (PDFObject | undefined)[],
  known: Map<PDFRawStream, number>,
): number {
  const objects = resources?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return 0;
  let drawings = 0;
  for (const stream of content) {
    const text = stream && contentText(stream);
    for (const [, name = ''] of text?.matchAll(DRAWS) ?? [])
      drawings += drawingsOfObject(objects.lookup(PDFName.of(name)), resources, known);
  }
  return drawings;
}

function drawingsOfObject(
  object: PDFObject | undefined,
  resources: PDFDict | undefined,
  known: Map<PDFRawStream, number>,
): number {
  if (!(object instanceof PDFRawStream)) return 0;
  if (object.dict.lookup(PDFName.of('Subtype'))?.toString() === '/Image') return 1;
  const before = known.get(object);
  if (before !== undefined) return before;
  // A form that draws itself, by whatever way, never ends.
  known.set(object, Infinity);
  const own = object.dict.lookup(PDFName.of('Resources'));
  const drawings = 1 + drawingsOf(own instanceof PDFDict ? own : resources, [object], known);
  known.set(object, drawings);
  return drawings;
}
