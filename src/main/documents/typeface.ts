import { GuichetError } from '#shared/errors.ts';
import { MM_PER_PT } from '#shared/sheet/geometry.ts';
import type { MeasureText } from '#shared/sheet/layout-confirmation.ts';
import { parseFontFace } from './font-face.ts';
import type { FaceGlyph, FontFace } from './font-face.ts';
import { readFontBytes } from './fonts.ts';
import type { FontName } from './fonts.ts';

export type Weight = 'regular' | 'bold';

/** Consecutive signs that one font draws. */
export interface GlyphRun {
  font: FontName;
  /** The glyphs as PDF writes them. */
  hex: string;
}

/**
 * The two weights that sheets are set in, each with its fallback. Both methods throw `invalid-input` for a sign that no
 * font has: a document with a hole in a name is worse than none.
 */
export interface Typeface {
  face(font: FontName): FontFace;
  runs(text: string, weight: Weight): GlyphRun[];
  /** In thousandths of the size. */
  width(text: string, weight: Weight): number;
}

const FALLBACK = { regular: 'regularFallback', bold: 'boldFallback' } as const;

/** Fonts are parsed when first needed: most sheets never use the fallbacks. */
function createTypeface(): Typeface {
  const faces = new Map<FontName, FontFace>();
  const face = (font: FontName): FontFace => {
    let parsed = faces.get(font);
    if (!parsed) {
      parsed = parseFontFace(readFontBytes(font));
      faces.set(font, parsed);
    }
    return parsed;
  };
  return {
    face,
    runs: (text, weight) => glyphRuns(text, weight, face),
    width: (text, weight) => textWidth(text, weight, face),
  };
}

export function createMeasure(typeface: Typeface = sheetTypeface()): MeasureText {
  return (text, weight, sizePt) => (typeface.width(text, weight) / 1000) * sizePt * MM_PER_PT;
}

let shared: Typeface | undefined;

/** The typeface of the program's own sheets. Holds plain values only, so documents may share it. */
export function sheetTypeface(): Typeface {
  shared ??= createTypeface();
  return shared;
}

type FaceOf = (font: FontName) => FontFace;

function textWidth(text: string, weight: Weight, face: FaceOf): number {
  const { glyphs } = face(weight);
  let width = 0;
  for (const sign of text) {
    const glyph = glyphs.get(codePointOf(sign)) ?? fallbackGlyph(sign, weight, face);
    width += glyph.advance;
  }
  return width;
}

function glyphRuns(text: string, weight: Weight, face: FaceOf): GlyphRun[] {
  const { glyphs } = face(weight);
  const runs: GlyphRun[] = [];
  let run: GlyphRun | undefined;
  for (const sign of text) {
    const own = glyphs.get(codePointOf(sign));
    const font = own ? weight : FALLBACK[weight];
    if (run?.font !== font) {
      run = { font, hex: '' };
      runs.push(run);
    }
    run.hex += (own ?? fallbackGlyph(sign, weight, face)).hex;
  }
  return runs;
}

function fallbackGlyph(sign: string, weight: Weight, face: FaceOf): FaceGlyph {
  const codePoint = codePointOf(sign);
  const glyph = face(FALLBACK[weight]).glyphs.get(codePoint);
  if (glyph) return glyph;
  const unprintable = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  throw new GuichetError('invalid-input', { detail: { unprintable } });
}

function codePointOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}
