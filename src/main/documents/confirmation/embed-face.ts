import { deflateSync } from 'node:zlib';
import { PDFRawStream, PDFString } from 'pdf-lib';
import type { PDFContext, PDFRef } from 'pdf-lib';
import type { FontFace } from '../font-face.ts';

/**
 * Writes a font into a document whole, glyphs under their own numbers. Done here because pdf-lib's own embedding parses
 * and subsets the font again for each document, which costs more than the rest of a sheet together.
 */
export function embedFace(context: PDFContext, face: FontFace): PDFRef {
  const file = PDFRawStream.of(
    context.obj({ Length1: face.fileLength, Length: face.deflatedFile.length, Filter: 'FlateDecode' }),
    face.deflatedFile,
  );
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
  const glyphs = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: face.postscriptName,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      W: [0, [...face.advances]],
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: face.postscriptName,
      Encoding: 'Identity-H',
      DescendantFonts: [glyphs],
      ToUnicode: context.register(toUnicodeStream(context, face)),
    }),
  );
}

// The glyphs are numbered by the font, not by a standard alphabet.
const SYMBOLIC = 4;
const CMAP_BLOCK = 100;

/** What makes the text of the sheet searchable and readable by a screen reader: glyph → sign. */
function toUnicodeStream(context: PDFContext, face: FontFace): PDFRawStream {
  const signOf = new Map<number, number>();
  for (const [codePoint, glyph] of [...face.glyphOf].sort(([a], [b]) => a - b)) {
    if (!signOf.has(glyph)) signOf.set(glyph, codePoint);
  }
  const lines = [...signOf].map(([glyph, codePoint]) => `<${hex4(glyph)}> <${utf16Hex(codePoint)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += CMAP_BLOCK) {
    const block = lines.slice(start, start + CMAP_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  const cmap = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
  const bytes = deflateSync(cmap);
  return PDFRawStream.of(context.obj({ Length: bytes.length, Filter: 'FlateDecode' }), bytes);
}

export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

function utf16Hex(codePoint: number): string {
  return Array.from({ length: String.fromCodePoint(codePoint).length }, (_, unit) =>
    hex4(String.fromCodePoint(codePoint).charCodeAt(unit)),
  ).join('');
}
