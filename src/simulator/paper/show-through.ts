import { pixelsPerMm, type PaperRaster } from '../raster.ts';
import type { RenderedPage } from '../rasterise-pdf.ts';

/** Low, because light that crossed the sheet comes back blurred. */
export const BACK_SIDE_DPI = 60;

/** Lets the print of the other side show through, mirrored; `strength` is the share of light it takes (0 to 0.15). */
export function showThrough(paper: PaperRaster, back: RenderedPage, strength: number): void {
  const scale = pixelsPerMm(back) / pixelsPerMm(paper);
  const shadow = mirroredShadow(back, strength);
  const line = new Float32Array(back.widthPx);
  for (let y = 0; y < paper.heightPx; y++) {
    const isBlank = !blendRows(shadow, back, y * scale, line);
    if (!isBlank) shadeRow(paper, y, line, scale);
  }
}

/** Share of light taken by each pixel of the back, seen from the front. */
function mirroredShadow(back: RenderedPage, strength: number): Float32Array {
  return Float32Array.from({ length: back.widthPx * back.heightPx }, (_, index) => {
    const mirrored = back.widthPx - 1 - (index % back.widthPx);
    const green = back.rgb[(index - (index % back.widthPx) + mirrored) * 3 + 1] ?? 255;
    return strength * (1 - green / 255);
  });
}

/** Fills `line` with the shadow at a height between two rows; false where there is none. */
function blendRows(shadow: Float32Array, back: RenderedPage, y: number, line: Float32Array): boolean {
  const row = Math.min(back.heightPx - 2, Math.floor(y));
  const below = Math.min(1, y - row);
  let hasShadow = false;
  for (let x = 0; x < back.widthPx; x++) {
    const above = shadow[row * back.widthPx + x] ?? 0;
    const value = above + ((shadow[(row + 1) * back.widthPx + x] ?? 0) - above) * below;
    line[x] = value;
    hasShadow ||= value > 0;
  }
  return hasShadow;
}

function shadeRow(paper: PaperRaster, y: number, line: Float32Array, scale: number): void {
  const { reflectance, widthPx } = paper;
  for (let x = 0; x < widthPx; x++) {
    const column = Math.floor(x * scale);
    const left = line[column] ?? 0;
    const taken = left + ((line[column + 1] ?? left) - left) * (x * scale - column);
    if (taken === 0) continue;
    const at = (y * widthPx + x) * 3;
    reflectance[at] = (reflectance[at] ?? 0) * (1 - taken);
    reflectance[at + 1] = (reflectance[at + 1] ?? 0) * (1 - taken);
    reflectance[at + 2] = (reflectance[at + 2] ?? 0) * (1 - taken);
  }
}
