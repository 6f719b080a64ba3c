/** Red, green, blue. */
export type Channels = readonly [number, number, number];

/**
 * A sheet of paper as light sees it: linear reflectance per channel, 0 (all absorbed) to 1, kept as 16-bit integers.
 * Inks multiply it by their transmittance, 10^-absorbance (Beer-Lambert), so red over black comes out darker than black.
 */
export interface PaperRaster {
  readonly dpi: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Three values a pixel, `FULL_REFLECTANCE` being 1. */
  readonly reflectance: Uint16Array;
}

export const FULL_REFLECTANCE = 65_535;
const MM_PER_INCH = 25.4;

export function pixelsPerMm(raster: { dpi: number }): number {
  return raster.dpi / MM_PER_INCH;
}

/** Reflectances of sheets that were scanned. Fresh memory of this size costs more than printing on it. */
const spent: Uint16Array[] = [];
const MOST_SPENT = 4;

/** Holds whatever was there before: whoever makes the paper fills it. */
export function createPaper(widthPx: number, heightPx: number, dpi: number): PaperRaster {
  const length = widthPx * heightPx * 3;
  const at = spent.findIndex((one) => one.length === length);
  const reflectance = at < 0 ? undefined : spent.splice(at, 1)[0];
  return { dpi, widthPx, heightPx, reflectance: reflectance ?? new Uint16Array(length) };
}

/** Gives the memory of a sheet to the next one; nobody may look at it any more. */
export function spendPaper({ reflectance }: PaperRaster): void {
  spent.push(reflectance);
  if (spent.length > MOST_SPENT) spent.shift();
}

/** Linear light of an sRGB value of 0 to 255. */
export function linearFromSrgb(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** sRGB value of a linear light; over 255 when the light is over 1, for the caller to clip. */
export function srgbFromLinear(light: number): number {
  if (light <= 0) return 0;
  return 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);
}

/** Lays an ink on a pixel: `coverage` of its surface (0 to 1) under `thickness` times the ink's absorbance. */
export function layInk(
  paper: PaperRaster,
  pixel: number,
  absorbance: Channels,
  thickness: number,
  coverage: number,
): void {
  const { reflectance } = paper;
  const at = pixel * 3;
  for (let channel = 0; channel < 3; channel++) {
    const transmitted = 10 ** (-(absorbance[channel] ?? 0) * thickness);
    const left = 1 - coverage * (1 - transmitted);
    reflectance[at + channel] = (reflectance[at + channel] ?? 0) * left;
  }
}

/** Covers a pixel with something opaque: correction fluid, a hole through which the lid shows. */
export function coverPixel(paper: PaperRaster, pixel: number, colour: Channels, coverage: number): void {
  const { reflectance } = paper;
  const at = pixel * 3;
  for (let channel = 0; channel < 3; channel++) {
    const under = reflectance[at + channel] ?? 0;
    reflectance[at + channel] = under + coverage * ((colour[channel] ?? 0) * FULL_REFLECTANCE - under);
  }
}
