import { FULL_REFLECTANCE, type Channels, type PaperRaster } from '../raster.ts';
import { reliefAt, type Grain } from './grain.ts';

const COPY_TONER = 0.045;
const BLACKENING_POINT = 0.42;
const STEEPNESS = 11;
/** An older copier's lamp is greenish: blue fades, red darkens. */
const LAMP: Channels = [0.3, 0.6, 0.1];

/** Replaces the sheet by its photocopy: grey, contrasted, on fresh paper of reflectance `white`. */
export function photocopy(paper: PaperRaster, grain: Grain, white: Channels): void {
  const { reflectance, widthPx, heightPx, dpi } = paper;
  const curve = contrastCurve();
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = (y * widthPx + x) * 3;
      const seen =
        LAMP[0] * (reflectance[at] ?? 0) +
        LAMP[1] * (reflectance[at + 1] ?? 0) +
        LAMP[2] * (reflectance[at + 2] ?? 0);
      const left = curve[seen >> 8] ?? 1;
      const shade = left * (1 + 0.006 * reliefAt(grain, x + 137, y + 59, dpi)) * FULL_REFLECTANCE;
      for (let channel = 0; channel < 3; channel++) {
        reflectance[at + channel] = Math.min(FULL_REFLECTANCE, (white[channel] ?? 1) * shade);
      }
    }
  }
}

/** Share of light that the copy gives back for each of 256 reflectances of the original. */
function contrastCurve(): Float32Array {
  const sigmoid = (value: number): number => 1 / (1 + Math.exp(-STEEPNESS * (value - BLACKENING_POINT)));
  const [low, high] = [sigmoid(0), sigmoid(0.8)];
  return Float32Array.from({ length: 256 }, (_, index) => {
    const share = Math.max(0, Math.min(1, (sigmoid(index / 255) - low) / (high - low)));
    return COPY_TONER + (1 - COPY_TONER) * share;
  });
}
