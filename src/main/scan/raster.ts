/** Interleaved sRGB, 8 bits, top row first. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Halves both sides by averaging 2 × 2 pixels: a quarter of the work, and half of the noise. */
export function halve(full: Raster): Raster {
  const half = { width: full.width >> 1, height: full.height >> 1 };
  const raster = { ...half, data: new Uint8Array(half.width * half.height * 3) };
  const wholeWords = full.width % 4 === 0 && full.data.byteOffset % 4 === 0;
  if (wholeWords) halveByWords(full, raster);
  else halveByBytes(full, raster);
  return raster;
}

function halveByBytes(full: Raster, { width, height, data }: Raster): void {
  const stride = full.width * 3;
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, from = y * 2 * stride; x < width; x++, from += 3)
      for (let channel = 0; channel < 3; channel++, from++, to++) {
        const below = from + stride;
        data[to] =
          (full.data[from]! + full.data[from + 3]! + full.data[below]! + full.data[below + 3]! + 2) >> 2;
      }
}

/** Bytes of a word but for the lowest bit of each, so that halving a word halves its four bytes. */
const HIGH_BITS = 0xfefefefe;

/** Four pixels are three words: rows are averaged a word at a time, which takes a third of the time. */
function halveByWords(full: Raster, { width, height, data }: Raster): void {
  const words = new Uint32Array(full.data.buffer, full.data.byteOffset, full.data.length >> 2);
  const stride = (full.width * 3) / 4;
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, from = y * 2 * stride; x < width; x += 2, from += 3, to += 6) {
      const below = from + stride;
      const rgbr = mean(words[from]!, words[below]!);
      const gbrg = mean(words[from + 1]!, words[below + 1]!);
      const brgb = mean(words[from + 2]!, words[below + 2]!);
      data[to] = ((rgbr & 255) + (rgbr >>> 24) + 1) >> 1;
      data[to + 1] = (((rgbr >>> 8) & 255) + (gbrg & 255) + 1) >> 1;
      data[to + 2] = (((rgbr >>> 16) & 255) + ((gbrg >>> 8) & 255) + 1) >> 1;
      data[to + 3] = (((gbrg >>> 16) & 255) + ((brgb >>> 8) & 255) + 1) >> 1;
      data[to + 4] = ((gbrg >>> 24) + ((brgb >>> 16) & 255) + 1) >> 1;
      data[to + 5] = ((brgb & 255) + (brgb >>> 24) + 1) >> 1;
    }
}

/** Of each of the four bytes of two words, rounded down. */
function mean(a: number, b: number): number {
  return ((((a ^ b) & HIGH_BITS) >>> 1) + (a & b)) | 0;
}
