import * as fontkit from '@cantoo/fontkit';
import type { Font } from '@cantoo/fontkit';
import { MM_PER_PT } from '#shared/sheet/geometry.ts';
import { readFontBytes } from '#main/documents/fonts.ts';
import type { FontName } from '#main/documents/fonts.ts';
import { sheetTypeface } from '#main/documents/typeface.ts';
import { PRINT_MASK } from '../thresholds.ts';
import { dilateStamp } from './dilate-stamp.ts';
import { rasteriseOutline } from './rasterise-outline.ts';
import type { OutlineCommand, Stamp } from './rasterise-outline.ts';

/** The pen is placed to a fraction of a mask pixel; these many places are drawn apart. */
const PHASES = 2;

export interface PlacedStamp {
  stamp: Stamp;
  /** Mask pixels. */
  x: number;
  y: number;
}

/** Draws each letter once per size and place in the pixel; the pages of a stack then share them. */
export class GlyphStamps {
  readonly #fonts = new Map<FontName, Font>();
  readonly #stamps = new Map<string, Stamp>();

  /** Letters of `text` set from (`x`, `y`) in mask pixels as the PDF sets them: by advance widths, without kerning. */
  place(text: string, weight: 'regular' | 'bold', sizePt: number, x: number, y: number): PlacedStamp[] {
    const sizePx = sizePt * MM_PER_PT * PRINT_MASK.pxPerMm;
    let pen = x;
    return sheetTypeface()
      .runs(text, weight)
      .flatMap(({ font, hex }) =>
        glyphNumbers(hex).map((glyph) => {
          const placed = {
            stamp: this.#stamp(font, glyph, sizePx, phase(pen), phase(y)),
            x: Math.floor(pen),
            y: Math.floor(y),
          };
          const { unitsPerEm } = this.#font(font);
          pen += ((this.#font(font).getGlyph(glyph)?.advanceWidth ?? 0) / unitsPerEm) * sizePx;
          return placed;
        }),
      );
  }

  #stamp(name: FontName, glyph: number, sizePx: number, phaseX: number, phaseY: number): Stamp {
    const key = `${name}/${glyph}/${sizePx}/${phaseX}/${phaseY}`;
    let stamp = this.#stamps.get(key);
    if (!stamp) {
      const font = this.#font(name);
      const outline = (font.getGlyph(glyph)?.path.commands ?? []) as unknown as OutlineCommand[];
      const inked = rasteriseOutline(
        outline,
        sizePx / font.unitsPerEm,
        (phaseX + 0.5) / PHASES,
        (phaseY + 0.5) / PHASES,
      );
      stamp = dilateStamp(inked, PRINT_MASK.toleranceMm * PRINT_MASK.pxPerMm);
      this.#stamps.set(key, stamp);
    }
    return stamp;
  }

  #font(name: FontName): Font {
    let font = this.#fonts.get(name);
    if (!font) {
      const opened = fontkit.create(readFontBytes(name));
      if (!('unitsPerEm' in opened)) throw new TypeError('a font collection is not a font');
      font = opened;
      this.#fonts.set(name, font);
    }
    return font;
  }
}

/** The PDF writes each glyph as four hexadecimal digits. */
function glyphNumbers(hex: string): number[] {
  return (hex.match(/.{4}/g) ?? []).map((digits) => Number.parseInt(digits, 16));
}

function phase(position: number): number {
  return Math.floor((position - Math.floor(position)) * PHASES);
}
