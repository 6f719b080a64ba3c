import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import type { PDFObject } from 'pdf-lib';
import { INGEST } from '../thresholds.ts';
import type { EncodedImage } from './decode-image.ts';
import { isInverted, sampleMeaning, unpackSamples } from './pdf-samples.ts';
import { undoPredictor } from './undo-predictor.ts';
import { Unreadable } from './unreadable.ts';

function numberOf(dict: PDFDict, key: string, otherwise: number): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}

function asList(object: PDFObject | undefined): PDFObject[] {
  if (object === undefined) return [];
  return object instanceof PDFArray ? object.asArray().map((_, index) => object.lookup(index)!) : [object];
}

export function pdfImageSize(stream: PDFRawStream): { width: number; height: number } {
  return { width: numberOf(stream.dict, 'Width', 0), height: numberOf(stream.dict, 'Height', 0) };
}

/** Takes the embedded image out, without rasterising the page. Throws `Unreadable` (`unsupported-format`) for fax, JPEG 2000
 * and JBIG2 images. */
export function extractPdfImage(stream: PDFRawStream): EncodedImage {
  const { dict } = stream;
  const filters = asList(dict.lookup(PDFName.of('Filter'))).map((filter) =>
    filter instanceof PDFName ? filter.decodeText() : '',
  );
  const parameters = asList(dict.lookup(PDFName.of('DecodeParms')));
  let bytes = stream.getContents();
  for (const [index, filter] of filters.entries()) {
    if (filter === 'DCTDecode') return { kind: 'encoded', bytes, page: 0 };
    if (filter !== 'FlateDecode') throw new Unreadable('unsupported-format');
    bytes = inflate(bytes, parameters[index]);
  }
  return fromSamples(dict, bytes);
}

function inflate(bytes: Uint8Array, parameters: PDFObject | undefined): Uint8Array {
  let inflated: Uint8Array;
  try {
    inflated = inflateSync(bytes, { maxOutputLength: INGEST.maxInflatedBytes });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new Unreadable(tooLarge ? 'image-too-large' : 'image-unreadable', { cause: error });
  }
  if (!(parameters instanceof PDFDict)) return inflated;
  return undoPredictor(inflated, {
    predictor: numberOf(parameters, 'Predictor', 1),
    colors: numberOf(parameters, 'Colors', 1),
    bitsPerComponent: numberOf(parameters, 'BitsPerComponent', 8),
    columns: numberOf(parameters, 'Columns', 1),
  });
}

function fromSamples(dict: PDFDict, bytes: Uint8Array): EncodedImage {
  const width = numberOf(dict, 'Width', 0);
  const height = numberOf(dict, 'Height', 0);
  if (width < 1 || height < 1) throw new Unreadable('image-unreadable');
  if (width * height > INGEST.maxPixels) throw new Unreadable('image-too-large');
  const isMask = dict.lookup(PDFName.of('ImageMask'))?.toString() === 'true';
  const bits = isMask ? 1 : numberOf(dict, 'BitsPerComponent', 8);
  if (![1, 2, 4, 8, 16].includes(bits)) throw new Unreadable('unsupported-format');
  const lookUp = (object: PDFObject | undefined): PDFObject | undefined => dict.context.lookup(object);
  const meaning = isMask
    ? { channels: 1 as const }
    : sampleMeaning(dict.lookup(PDFName.of('ColorSpace')), lookUp);
  const samples = unpackSamples(bytes, { width, height, bits, meaning, inverted: isInverted(dict) });
  return { kind: 'raw', width, height, ...samples };
}
