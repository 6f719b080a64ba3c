/** Interleaved sRGB, 8 bits, top row first. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}
