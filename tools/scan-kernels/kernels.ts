/**
 * The three loops of the scan reader that touch every pixel of a page, in AssemblyScript (TypeScript that becomes WebAssembly,
 * here with its 128-bit vectors). Addresses are bytes in the module's memory, laid out by src/main/scan/kernels/kernels.ts.
 * `node tools/scan-kernels/build.mjs` makes assets/scan/kernels.wasm of it.
 */

/** Bytes of a pixel as decoded: red, green, blue and one that means nothing. */
const WORD: usize = 4;
const RGB: usize = 3;

/** Makes the memory at least so large. */
export function reserve(bytes: usize): void {
  const pages = i32((bytes + 65_535) >> 16) - memory.size();
  if (pages > 0) memory.grow(pages);
}

/** Averages squares of two by two words into three bytes. Writes one byte beyond the last pixel. */
export function halve(words: usize, width: i32, height: i32, out: usize): void {
  const halfWidth = width >> 1;
  for (let row = 0; row < height >> 1; row++) {
    let upper = words + usize(row) * 2 * usize(width) * WORD;
    let lower = upper + usize(width) * WORD;
    let column = 0;
    for (; column + 1 < halfWidth; column += 2) {
      const above = v128.load(upper);
      const below = v128.load(lower);
      const left = i16x8.add(i16x8.extend_low_i8x16_u(above), i16x8.extend_low_i8x16_u(below));
      const right = i16x8.add(i16x8.extend_high_i8x16_u(above), i16x8.extend_high_i8x16_u(below));
      const sum = i16x8.add(v128.shuffle<u64>(left, right, 0, 2), v128.shuffle<u64>(left, right, 1, 3));
      const mean = i16x8.shr_u(i16x8.add(sum, i16x8.splat(2)), 2);
      const bytes = i8x16.narrow_i16x8_u(mean, mean);
      store<u32>(out, i32x4.extract_lane(bytes, 0));
      store<u32>(out + RGB, i32x4.extract_lane(bytes, 1));
      out += 2 * RGB;
      upper += 4 * WORD;
      lower += 4 * WORD;
    }
    for (; column < halfWidth; column++) {
      for (let channel: usize = 0; channel < RGB; channel++) {
        const sum =
          u32(load<u8>(upper + channel)) +
          load<u8>(upper + WORD + channel) +
          load<u8>(lower + channel) +
          load<u8>(lower + WORD + channel);
        store<u8>(out + channel, (sum + 2) >> 2);
      }
      out += RGB;
      upper += 2 * WORD;
      lower += 2 * WORD;
    }
  }
}

/** The same pixels in three bytes. Writes one byte beyond the last pixel. */
export function stripPadding(words: usize, pixels: i32, out: usize): void {
  for (let pixel = 0; pixel < pixels; pixel++) {
    store<u32>(out, load<u32>(words));
    words += WORD;
    out += RGB;
  }
}

/** As in src/main/scan/ink/ink-plane.ts and print/dilate-stamp.ts. */
const COLOURED: u8 = 1;
const DARK: u8 = 3;
const PAPER: u8 = 0;
const COVERED: u8 = 3;

/** Side of a cell of paper white: sixteen pixels of three bytes are three vectors. */
const CELL: i32 = 16;
/** Where the three bytes of a cell go in each of those vectors. */
const FIRST: v128 = i8x16(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
const SECOND: v128 = i8x16(1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1);
const THIRD: v128 = i8x16(2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);

let pixelCount: i32 = 0;
let onPrintCount: i32 = 0;
let printPixels: i32 = 0;

export function pixelsFound(): i32 {
  return pixelCount;
}
export function onPrintFound(): i32 {
  return onPrintCount;
}
export function printPixelsFound(): i32 {
  return printPixels;
}

/** Where the sheet as printed lies, and how. */
let mask: usize = 0;
let maskWidth: i32 = 0;
let maskHeight: i32 = 0;
let pxPerMm: f64 = 0;

export function setMask(address: usize, width: i32, height: i32, scale: f64): void {
  mask = address;
  maskWidth = width;
  maskHeight = height;
  pxPerMm = scale;
}

let pa: f64 = 0;
let pb: f64 = 0;
let pc: f64 = 0;
let pd: f64 = 0;
let pe: f64 = 0;
let pf: f64 = 0;
let pg: f64 = 0;
let ph: f64 = 0;

/** Pixels of the scan to millimetres on the sheet. */
export function setProjection(a: f64, b: f64, c: f64, d: f64, e: f64, f: f64, g: f64, h: f64): void {
  pa = a;
  pb = b;
  pc = c;
  pd = d;
  pe = e;
  pf = f;
  pg = g;
  ph = h;
}

let leastChroma: f64 = 0;
let chromaShare: f64 = 0;
let darkest: f64 = 0;

/** Thresholds of thresholds.ts; `colour` is 0 for a grey scan. */
export function setInk(chroma: f64, share: f64, dark: f64): void {
  leastChroma = chroma;
  chromaShare = share;
  darkest = dark;
}

let labels: usize = 0;
let pixels: usize = 0;
let onPrint: usize = 0;
let chromas: usize = 0;

export function setOutput(labelPlane: usize, pixelList: usize, onPrintList: usize, chromaList: usize): void {
  labels = labelPlane;
  pixels = pixelList;
  onPrint = onPrintList;
  chromas = chromaList;
}

/**
 * Labels what is no paper and no print. Per cell three bytes each: `least`, what a channel must reach to be paper, and `white`, what
 * paper has; one byte beyond `least` is read. `gain`: for each of 256 values of white the double that makes it 255.
 */
export function findInk(
  raster: usize,
  width: i32,
  height: i32,
  least: usize,
  white: usize,
  gain: usize,
): void {
  pixelCount = 0;
  onPrintCount = 0;
  printPixels = 0;
  const columns = (width + CELL - 1) / CELL;
  for (let y = 0; y < height; y++) {
    const row = raster + usize(y) * usize(width) * RGB;
    const cells = usize(y / CELL) * usize(columns);
    for (let column = 0; column < columns; column++) {
      const left = column * CELL;
      const cell = cells + usize(column);
      const at = row + usize(left) * RGB;
      const right = min(width, left + CELL);
      if (right - left == CELL && isPaper(at, least + cell * RGB)) continue;
      for (let x = left; x < right; x++)
        judge(row + usize(x) * RGB, x, y, width, least + cell * RGB, white + cell * RGB, gain);
    }
  }
}

function isPaper(at: usize, least: usize): bool {
  const cell = v128.load32_zero(least);
  const first = i8x16.lt_u(v128.load(at), i8x16.swizzle(cell, FIRST));
  const second = i8x16.lt_u(v128.load(at, 16), i8x16.swizzle(cell, SECOND));
  const third = i8x16.lt_u(v128.load(at, 32), i8x16.swizzle(cell, THIRD));
  return !v128.any_true(v128.or(v128.or(first, second), third));
}

// @inline
function judge(at: usize, x: i32, y: i32, width: i32, least: usize, white: usize, gain: usize): void {
  const r = load<u8>(at);
  const g = load<u8>(at, 1);
  const b = load<u8>(at, 2);
  if (r >= load<u8>(least) && g >= load<u8>(least, 1) && b >= load<u8>(least, 2)) return;
  const red = f64(r) * load<f64>(gain + (usize(load<u8>(white)) << 3));
  const green = f64(g) * load<f64>(gain + (usize(load<u8>(white, 1)) << 3));
  const blue = f64(b) * load<f64>(gain + (usize(load<u8>(white, 2)) << 3));
  const most = max(red, max(green, blue));
  const fewest = min(red, min(green, blue));
  const chroma = most - fewest;
  const coloured = chroma >= leastChroma && chroma >= chromaShare * (255 - fewest);
  if (!coloured && most > darkest) return;
  label((y + 1) * (width + 2) + x + 1, printedAt(x, y), coloured, chroma);
}

function label(at: i32, printed: u8, coloured: bool, chroma: f64): void {
  if (printed == COVERED) return;
  if (printed == PAPER) {
    store<u8>(labels + usize(at), coloured ? COLOURED : DARK);
    store<i32>(pixels + (usize(pixelCount) << 2), at);
    pixelCount++;
    return;
  }
  printPixels++;
  if (!coloured) return;
  store<i32>(onPrint + (usize(onPrintCount) << 2), at);
  store<u8>(chromas + usize(onPrintCount), u8(min(255.0, chroma)));
  onPrintCount++;
}

function printedAt(x: i32, y: i32): u8 {
  const px = f64(x) + 0.5;
  const py = f64(y) + 0.5;
  const scale = pxPerMm / (pg * px + ph * py + 1);
  const column = i32(Math.floor((pa * px + pb * py + pc) * scale));
  const row = i32(Math.floor((pd * px + pe * py + pf) * scale));
  if (column < 0 || row < 0 || column >= maskWidth || row >= maskHeight) return COVERED;
  return load<u8>(mask + usize(row) * usize(maskWidth) + usize(column));
}
