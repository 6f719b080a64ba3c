import { createPaper, FULL_REFLECTANCE, linearFromSrgb, type Channels, type PaperRaster } from '../raster.ts';
import type { RenderedPage } from '../rasterise-pdf.ts';
import type { Grain } from './grain.ts';

/** A paper as bought: reflectance per channel and how uneven it is. */
export interface Stock {
  white: Channels;
  /** Standard deviation of the reflectance, as a share. */
  unevenness: number;
}

export const STOCKS = {
  white: { white: [0.86, 0.87, 0.9], unevenness: 0.005 },
  cream: { white: [0.84, 0.81, 0.7], unevenness: 0.006 },
  recycled: { white: [0.68, 0.66, 0.58], unevenness: 0.022 },
} as const satisfies Record<string, Stock>;
export type StockName = keyof typeof STOCKS;

export interface Printing {
  /** A black-only printer turns colours into greys. */
  colour: boolean;
  /** 1 fresh cartridge, 0.6 nearly empty. */
  toner: number;
}

const SOLID_TONER_REFLECTANCE = 0.018;
const HALFTONE_PERIOD_MM = 0.24;
const HALFTONE_DEPTH = 0.5;

/** Prints a page on a paper: toner that is never quite black, greys made of dots, the grain of the sheet under all. */
export function printOnPaper(
  page: RenderedPage,
  stock: Stock,
  grain: Grain,
  printing: Printing,
): PaperRaster {
  const paper = createPaper(page.widthPx, page.heightPx, page.dpi);
  const light = Float32Array.from({ length: 256 }, (_, value) => linearFromSrgb(value));
  const blank = blankTile(grain, stock);
  const dots = halftone(page.dpi);
  const { sizePx } = grain;
  for (let y = 0; y < page.heightPx; y++) {
    layBlankRow(paper, blank, y, sizePx);
    for (let x = 0; x < page.widthPx; x++) {
      const at = (y * page.widthPx + x) * 3;
      const red = page.rgb[at] ?? 255;
      const green = page.rgb[at + 1] ?? 255;
      const blue = page.rgb[at + 2] ?? 255;
      if ((red & green & blue) === 255) continue;
      const relief = grain.relief[(y % sizePx) * sizePx + (x % sizePx)] ?? 0;
      const asked: Channels = [light[red] ?? 1, light[green] ?? 1, light[blue] ?? 1];
      printPixel(paper, at, printing.colour ? asked : greyOf(asked), printing.toner, dots(x, y), relief);
    }
  }
  return paper;
}

function greyOf([red, green, blue]: Channels): Channels {
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [luma, luma, luma];
}

/** Puts toner on one pixel so that the share `asked` of the light is left, as nearly as toner can. */
function printPixel(
  paper: PaperRaster,
  at: number,
  asked: Channels,
  toner: number,
  dot: number,
  relief: number,
): void {
  const solid = SOLID_TONER_REFLECTANCE * (1 + 0.25 * relief) + (1 - toner) * 0.4;
  for (let channel = 0; channel < 3; channel++) {
    const light = asked[channel] ?? 1;
    const screened = light * (1 + dot * HALFTONE_DEPTH * (1 - light));
    const left = Math.max(0, Math.min(1, solid + (1 - solid) * screened));
    paper.reflectance[at + channel] = (paper.reflectance[at + channel] ?? 0) * left;
  }
}

function layBlankRow(paper: PaperRaster, blank: Uint16Array, y: number, tileSize: number): void {
  const tileRow = blank.subarray((y % tileSize) * tileSize * 3, ((y % tileSize) + 1) * tileSize * 3);
  const rowEnd = (y + 1) * paper.widthPx * 3;
  for (let at = y * paper.widthPx * 3; at < rowEnd; at += tileRow.length) {
    paper.reflectance.set(tileRow.subarray(0, Math.min(tileRow.length, rowEnd - at)), at);
  }
}

/** Unprinted paper over one tile of grain, three values a pixel. */
function blankTile(grain: Grain, stock: Stock): Uint16Array {
  const tile = new Uint16Array(grain.relief.length * 3);
  grain.relief.forEach((relief, index) => {
    const shade = (1 + stock.unevenness * Math.max(-3, Math.min(3, relief))) * FULL_REFLECTANCE;
    stock.white.forEach((white, channel) => {
      tile[index * 3 + channel] = Math.min(FULL_REFLECTANCE, white * shade);
    });
  });
  return tile;
}

/** The dot screen that laser printers make greys of, at 45 degrees, from -1 to 1. */
function halftone(dpi: number): (x: number, y: number) => number {
  const turn = (2 * Math.PI * 25.4) / (HALFTONE_PERIOD_MM * dpi * Math.SQRT2);
  const size = 4096;
  const wave = Float32Array.from({ length: size }, (_, index) => Math.cos(index * turn));
  return (x, y) => ((wave[x + y] ?? 0) + (wave[Math.abs(x - y)] ?? 0)) / 2;
}
