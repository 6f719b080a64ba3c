import { GuichetError } from '#shared/errors.ts';
import { MM_PER_PT } from '#shared/sheet/geometry.ts';
import type { MeasureText } from '#shared/sheet/layout-confirmation.ts';
import { parseFontFace } from './font-face.ts';
import type { FontFace } from './font-face.ts';
import { readFontBytes } from './fonts.ts';
import type { FontName } from './fonts.ts';

/** Consecutive signs that one font draws. */
export interface GlyphRun {
  font: FontName;
  glyphs: number[];
  /** In thousandths of the size. */
  width: number;
}

/** The two weights that sheets are set in, each with its fallback. */
export interface Typeface {
  face(font: FontName): FontFace;
  /** Throws `invalid-input` for a sign that no font has: a document with a hole in a name is worse than none. */
  runs(text: string, weight: 'regular' | 'bold'): GlyphRun[];
}

const FALLBACK = { regular: 'regularFallback', bold: 'boldFallback' } as const;

/** Fonts are parsed when first needed: most sheets never use the fallbacks. */
export function createTypeface(read: (font: FontName) => Uint8Array = readFontBytes): Typeface {
  const faces = new Map<FontName, FontFace>();
  const face = (font: FontName): FontFace => {
    let parsed = faces.get(font);
    if (!parsed) {
      parsed = parseFontFace(read(font));
      faces.set(font, parsed);
    }
    return parsed;
  };
  return { face, runs: (text, weight) => glyphRuns(text, weight, face) };
}

export function createMeasure(typeface: Typeface = sheetTypeface()): MeasureText {
  return (text, weight, sizePt) => {
    const width = typeface.runs(text, weight).reduce((sum, run) => sum + run.width, 0);
    return (width / 1000) * sizePt * MM_PER_PT;
  };
}

let shared: Typeface | undefined;

/** The typeface of the program's own sheets. Holds plain values only, so documents may share it. */
export function sheetTypeface(): Typeface {
  shared ??= createTypeface();
  return shared;
}

function glyphRuns(text: string, weight: 'regular' | 'bold', face: (font: FontName) => FontFace): GlyphRun[] {
  const runs: GlyphRun[] = [];
  let run: GlyphRun | undefined;
  for (const sign of text) {
    const { font, glyph } = findGlyph(sign, weight, face);
    if (run?.font !== font) {
      run = { font, glyphs: [], width: 0 };
      runs.push(run);
    }
    run.glyphs.push(glyph);
    run.width += face(font).advances[glyph] ?? 0;
  }
  return runs;
}

function findGlyph(
  sign: string,
  weight: 'regular' | 'bold',
  face: (font: FontName) => FontFace,
): { font: FontName; glyph: number } {
  const codePoint = sign.codePointAt(0) ?? 0;
  for (const font of [weight, FALLBACK[weight]]) {
    const glyph = face(font).glyphOf.get(codePoint);
    if (glyph !== undefined) return { font, glyph };
  }
  throw new GuichetError('invalid-input', { detail: { unprintable: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}` } });
}
