import type { Raster } from '../raster.ts';
import { PAPER_WHITE } from '../thresholds.ts';

/** The colour that bare paper has at each place of the scan, on a grid of small cells: shadows and yellowed paper are no ink. */
export interface PaperWhite {
  columns: number;
  rows: number;
  /** Three bytes per cell. */
  rgb: Uint8Array;
}

const { tilePx, cellPx } = PAPER_WHITE;

interface Tiles {
  columns: number;
  rows: number;
  rgb: Float32Array;
}

export function estimatePaperWhite(raster: Raster): PaperWhite {
  const tiles = smooth(repaired(measureTiles(raster)));
  const columns = Math.ceil(raster.width / cellPx);
  const rows = Math.ceil(raster.height / cellPx);
  const rgb = new Uint8Array(columns * rows * 3);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let channel = 0; channel < 3; channel++)
        rgb[(row * columns + column) * 3 + channel] = between(
          tiles,
          (column + 0.5) * cellPx,
          (row + 0.5) * cellPx,
          channel,
        );
  return { columns, rows, rgb };
}

/** The bright end of each tile's own pixels: print and pen strokes cover only a part of any tile. */
function measureTiles(raster: Raster): Tiles {
  const columns = Math.ceil(raster.width / tilePx);
  const rows = Math.ceil(raster.height / tilePx);
  const rgb = new Float32Array(columns * rows * 3);
  const counts = new Uint32Array(3 * 256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let total = 0;
      const bottom = Math.min(raster.height, (row + 1) * tilePx);
      const right = Math.min(raster.width, (column + 1) * tilePx);
      for (let y = row * tilePx; y < bottom; y += PAPER_WHITE.samplePx)
        for (let x = column * tilePx; x < right; x += PAPER_WHITE.samplePx, total++) {
          const at = (y * raster.width + x) * 3;
          counts[raster.data[at]!]!++;
          counts[256 + raster.data[at + 1]!]!++;
          counts[512 + raster.data[at + 2]!]!++;
        }
      for (let channel = 0; channel < 3; channel++)
        rgb[(row * columns + column) * 3 + channel] = fromTop(
          counts,
          channel,
          total * (1 - PAPER_WHITE.rank),
        );
    }
  return { columns, rows, rgb };
}

function fromTop(counts: Uint32Array, channel: number, rank: number): number {
  let left = rank;
  for (let value = 255; value > 0; value--) if ((left -= counts[channel * 256 + value]!) < 0) return value;
  return 0;
}

/** Tiles under a stamp, a code or a black border take the white of the page. */
function repaired(tiles: Tiles): Tiles {
  const typical = [0, 1, 2].map((channel) => {
    const values = Array.from(
      { length: tiles.columns * tiles.rows },
      (_, tile) => tiles.rgb[tile * 3 + channel]!,
    );
    return values.sort((a, b) => a - b)[Math.floor(values.length * 0.6)]!;
  });
  const rgb = Float32Array.from(tiles.rgb);
  for (let tile = 0; tile < tiles.columns * tiles.rows; tile++) {
    const dark = [0, 1, 2].some(
      (channel) => rgb[tile * 3 + channel]! < typical[channel]! * PAPER_WHITE.darkestShare,
    );
    if (dark) rgb.set(typical, tile * 3);
  }
  return { ...tiles, rgb };
}

/** Median of each tile and its neighbours, per channel. */
function smooth(tiles: Tiles): Tiles {
  const rgb = new Float32Array(tiles.rgb.length);
  const near: number[] = [];
  for (let row = 0; row < tiles.rows; row++)
    for (let column = 0; column < tiles.columns; column++)
      for (let channel = 0; channel < 3; channel++) {
        near.length = 0;
        for (let y = Math.max(0, row - 1); y <= Math.min(tiles.rows - 1, row + 1); y++)
          for (let x = Math.max(0, column - 1); x <= Math.min(tiles.columns - 1, column + 1); x++)
            near.push(tiles.rgb[(y * tiles.columns + x) * 3 + channel]!);
        near.sort((a, b) => a - b);
        rgb[(row * tiles.columns + column) * 3 + channel] = near[near.length >> 1]!;
      }
  return { ...tiles, rgb };
}

function between(tiles: Tiles, x: number, y: number, channel: number): number {
  const column = Math.max(0, Math.min(tiles.columns - 1, x / tilePx - 0.5));
  const row = Math.max(0, Math.min(tiles.rows - 1, y / tilePx - 0.5));
  const left = Math.floor(column);
  const top = Math.floor(row);
  const right = Math.min(tiles.columns - 1, left + 1);
  const bottom = Math.min(tiles.rows - 1, top + 1);
  const at = (c: number, r: number): number => tiles.rgb[(r * tiles.columns + c) * 3 + channel]!;
  const above = at(left, top) * (1 - column + left) + at(right, top) * (column - left);
  const below = at(left, bottom) * (1 - column + left) + at(right, bottom) * (column - left);
  return above * (1 - row + top) + below * (row - top);
}
