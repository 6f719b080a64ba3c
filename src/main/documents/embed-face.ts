import { PDFRawStream, PDFString } from 'pdf-lib';
import type { PDFContext, PDFRef } from 'pdf-lib';
import type { FontFace } from './font-face.ts';
import { PreparedObject } from './prepared-object.ts';

/**
 * Writes a font into a document whole, glyphs under their own numbers. Done here because pdf-lib's own embedding parses
 * and subsets the font again for each document, which costs more than the rest of a sheet together.
 */
export function embedFace(context: PDFContext, face: FontFace): PDFRef {
  const file = deflatedStream(context, face.deflatedFile, { Length1: face.fileLength });
  const toUnicode = deflatedStream(context, face.deflatedToUnicode);
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: face.postscriptName,
      Flags: SYMBOLIC,
      FontBBox: face.bbox,
      ItalicAngle: 0,
      Ascent: face.ascent,
      Descent: face.descent,
      CapHeight: face.capHeight,
      StemV: 80,
      FontFile2: context.register(file),
    }),
  );
  const widths = context.register(new PreparedObject(face.writtenWidths));
  const glyphs = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: face.postscriptName,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      W: widths,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: face.postscriptName,
      Encoding: 'Identity-H',
      DescendantFonts: [glyphs],
      ToUnicode: context.register(toUnicode),
    }),
  );
}

// The glyphs are numbered by the font, not by a standard alphabet.
const SYMBOLIC = 4;

/** A stream whose bytes are deflated already. */
export function deflatedStream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Record<string, number> = {},
): PDFRawStream {
  return PDFRawStream.of(context.obj({ ...entries, Length: bytes.length, Filter: 'FlateDecode' }), bytes);
}
