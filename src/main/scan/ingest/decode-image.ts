import sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import type { Raster } from '../raster.ts';
import { INGEST } from '../thresholds.ts';
import { decodeOfficeJpeg, isOfficeJpeg } from './decode-office-jpeg.ts';
import { Unreadable } from './unreadable.ts';

/** An image of a page before it is decoded: an encoded file, or the bare samples of a PDF image. */
export type EncodedImage =
  | { kind: 'encoded'; bytes: Uint8Array; page: number }
  | { kind: 'raw'; bytes: Uint8Array; width: number; height: number; channels: 1 | 3 };

/** `damaged`: the decoder went on over bytes that make no sense, and part of what it gives may be wrong. */
type DecodedImage = Raster & { damaged: boolean };

/** A TIFF warns of every private tag; a JPEG warns of damage only. */
type Strictness = 'error' | 'warning';

const OPTIONS = { limitInputPixels: INGEST.maxPixels, failOn: 'error', sequentialRead: true } as const;
const BYTES_PER_SAMPLE: Record<string, number> = { uchar: 1, char: 1, ushort: 2, short: 2, double: 8 };

function open(image: EncodedImage, ignoreIcc = false, failOn: Strictness = 'error'): Sharp {
  if (image.kind === 'encoded')
    return sharp(image.bytes, { ...OPTIONS, page: image.page, ignoreIcc, failOn });
  const { width, height, channels } = image;
  return sharp(image.bytes, { ...OPTIONS, raw: { width, height, channels } });
}

function asUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  const tooLarge = error instanceof Error && /pixel limit|too large|exceeds/i.test(error.message);
  return new Unreadable(tooLarge ? 'image-too-large' : 'image-unreadable', { cause: error });
}

/** Pages of a JPEG, PNG or TIFF. Throws `Unreadable`. */
export async function countPages(bytes: Uint8Array): Promise<number> {
  try {
    const { pages } = await sharp(bytes, OPTIONS).metadata();
    return pages ?? 1;
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** `working`: 150 to 200 dpi, what a page is read at. `fine`: as scanned, for codes that were not found otherwise. */
export type Resolution = 'working' | 'fine';

/**
 * Decodes to upright (EXIF) 8-bit sRGB without transparency, whatever came: CMYK, 16 bits, palette, one bit. The decoder shrinks
 * on the way, by a whole factor: the page at full resolution is never in memory unless it is asked for. Throws `Unreadable`.
 */
export async function decodeImage(image: EncodedImage, resolution: Resolution): Promise<DecodedImage> {
  try {
    const metadata = await open(image).metadata();
    refuseTooLarge(metadata);
    const factor = shrinkFactor(Math.max(metadata.width, metadata.height), resolution);
    if (image.kind === 'encoded' && isOfficeJpeg(metadata, isOrdinaryColour(metadata.icc), factor)) {
      const raster = decodeOfficeJpeg(image.bytes, metadata, factor);
      if (raster) return { ...raster, damaged: false };
      return { ...(await decodeGenerally(image, metadata, factor, 'error')), damaged: true };
    }
    if (metadata.format !== 'jpeg')
      return { ...(await decodeGenerally(image, metadata, factor, 'error')), damaged: false };
    const whole = await decodeGenerally(image, metadata, factor, 'warning').catch(() => undefined);
    if (whole) return { ...whole, damaged: false };
    return { ...(await decodeGenerally(image, metadata, factor, 'error')), damaged: true };
  } catch (error) {
    throw asUnreadable(error);
  }
}

function refuseTooLarge({ width, height, channels, depth }: Metadata): void {
  const bytes = width * height * channels * (BYTES_PER_SAMPLE[depth] ?? 4);
  if (width * height > INGEST.maxPixels || bytes > INGEST.maxDecodedBytes)
    throw new Unreadable('image-too-large');
}

async function decodeGenerally(
  image: EncodedImage,
  metadata: Metadata,
  factor: number,
  failOn: Strictness,
): Promise<Raster> {
  let pipeline = open(image, isSrgb(metadata.icc), failOn).autoOrient();
  if (metadata.hasAlpha) pipeline = pipeline.flatten({ background: '#ffffff' });
  if (factor > 1)
    pipeline = pipeline.resize(Math.round(metadata.autoOrient.width / factor), undefined, {
      kernel: 'linear',
    });
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    data: info.channels === 3 ? data : toRgb(data, info.channels),
  };
}

function shrinkFactor(longestPx: number, resolution: Resolution): number {
  if (resolution === 'fine') return Math.ceil(longestPx / INGEST.maxFineSidePx);
  return longestPx < INGEST.shrinkFromSidePx ? 1 : Math.ceil(longestPx / INGEST.maxWorkingSidePx);
}

/** No profile means sRGB. */
function isOrdinaryColour(profile: Buffer | undefined): boolean {
  return profile === undefined || isSrgb(profile);
}

/** Converting from sRGB to sRGB would take longer than decoding. The name is in ASCII (ICC 2) or UTF-16 (ICC 4). */
function isSrgb(profile: Buffer | undefined): boolean {
  return profile?.toString('latin1').replaceAll('\0', '').includes('sRGB') ?? false;
}

function toRgb(data: Uint8Array, channels: number): Uint8Array {
  const pixels = data.length / channels;
  const rgb = new Uint8Array(pixels * 3);
  const [green, blue] = channels >= 3 ? [1, 2] : [0, 0];
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * channels;
    rgb[pixel * 3] = data[from]!;
    rgb[pixel * 3 + 1] = data[from + green]!;
    rgb[pixel * 3 + 2] = data[from + blue]!;
  }
  return rgb;
}
