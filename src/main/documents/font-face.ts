import { deflateSync } from 'node:zlib';
import * as fontkit from '@cantoo/fontkit';
import { hex4, toUnicodeCMap } from './to-unicode.ts';

/**
 * What a document needs of one font, as plain values. Nothing in it grows while text is set: parsed fonts keep a cache of
 * glyphs, and one that was shared between documents corrupted their text while looking right.
 */
export interface FontFace {
  postscriptName: string;
  /** In thousandths of the size, as are the other measures. */
  ascent: number;
  descent: number;
  capHeight: number;
  bbox: [number, number, number, number];
  /** The advances by glyph number, as PDF writes them (ISO 32000-2, 9.7.4.3). */
  writtenWidths: Uint8Array;
  /** By code point; none where the font lacks the sign. */
  glyphs: ReadonlyMap<number, FaceGlyph>;
  deflatedFile: Uint8Array;
  deflatedToUnicode: Uint8Array;
  fileLength: number;
}

export interface FaceGlyph {
  /** Its number as PDF writes it. */
  hex: string;
  advance: number;
}

// Signs that a keyboard or a word processor gives and that fonts lack, with the sign that says the same on paper.
const PRINTED_AS: [number, number][] = [
  [0x202f, 0x00a0], // narrow no-break space
  [0x2011, 0x002d], // no-break hyphen
  [0x02bc, 0x2019], // modifier apostrophe
];

export function parseFontFace(file: Uint8Array): FontFace {
  const font = fontkit.create(file);
  if (!('characterSet' in font)) throw new TypeError('a collection of fonts, where one font is wanted');
  const scale = 1000 / font.unitsPerEm;
  const { minX, minY, maxX, maxY } = font.bbox;
  const numbers = glyphNumbers(font);
  const advances = Array.from(
    { length: font.numGlyphs },
    (_, glyph) => (font.getGlyph(glyph)?.advanceWidth ?? 0) * scale,
  );
  return {
    postscriptName: font.postscriptName ?? 'SheetFont',
    ascent: font.ascent * scale,
    descent: font.descent * scale,
    capHeight: font.capHeight * scale,
    bbox: [minX * scale, minY * scale, maxX * scale, maxY * scale],
    writtenWidths: new TextEncoder().encode(
      `[0 [${advances.map((advance) => Math.round(advance * 100) / 100).join(' ')}]]`,
    ),
    glyphs: faceGlyphs(numbers, advances),
    deflatedFile: deflateSync(file),
    deflatedToUnicode: deflateSync(toUnicodeCMap(numbers)),
    fileLength: file.length,
  };
}

function glyphNumbers(font: fontkit.Font): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const codePoint of font.characterSet) {
    const glyph = font.glyphForCodePoint(codePoint);
    if (glyph) numbers.set(codePoint, glyph.id);
  }
  return numbers;
}

function faceGlyphs(
  numbers: ReadonlyMap<number, number>,
  advances: readonly number[],
): Map<number, FaceGlyph> {
  const glyphs = new Map<number, FaceGlyph>();
  for (const [sign, number] of numbers)
    glyphs.set(sign, { hex: hex4(number), advance: advances[number] ?? 0 });
  for (const [sign, substitute] of PRINTED_AS) {
    const glyph = glyphs.get(substitute);
    if (glyph && !glyphs.has(sign)) glyphs.set(sign, glyph);
  }
  return glyphs;
}
