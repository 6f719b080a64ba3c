import turbo from '@julusian/jpeg-turbo';
import type { Metadata } from 'sharp';
import { bytesAt, kernels, layOut } from '../kernels/kernels.ts';
import { takeBytes } from '../kernels/spare-memory.ts';
import type { Raster } from '../raster.ts';

/** A4 at 400 dpi is 15.5 million pixels; larger pages are rare, and take the general way. */
const MAX_PIXELS = 18_000_000;
const WORD_BYTES = 4;

/** What nearly every office scanner writes: an upright JPEG in the ordinary colours, to be taken whole or halved. */
export function isOfficeJpeg(metadata: Metadata, isOrdinaryColour: boolean, factor: number): boolean {
  return (
    metadata.format === 'jpeg' &&
    metadata.channels === 3 &&
    metadata.space === 'srgb' &&
    isOrdinaryColour &&
    (metadata.orientation ?? 1) === 1 &&
    metadata.width * metadata.height <= MAX_PIXELS &&
    factor <= 2
  );
}

/**
 * Half the time of the general decoder (docs/adr/0006). Undefined for the least damage, some of which the general decoder passes over
 * in silence: what it then gives is a page to doubt.
 */
export function decodeOfficeJpeg(
  bytes: Uint8Array,
  { width, height }: Metadata,
  factor: number,
): Raster | undefined {
  const [outWidth, outHeight] = factor === 2 ? [width >> 1, height >> 1] : [width, height];
  const outBytes = outWidth * outHeight * 3;
  const at = layOut({ words: width * height * WORD_BYTES, rgb: outBytes });
  const words = bytesAt(at.words, width * height * WORD_BYTES);
  try {
    const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const target = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    const decoded = turbo.decompressSync(image, target, { format: turbo.FORMAT_RGBX });
    if (decoded.width !== width || decoded.height !== height) return undefined;
  } catch {
    return undefined;
  }
  if (factor === 2) kernels().halve(at.words, width, height, at.rgb);
  else kernels().stripPadding(at.words, width * height, at.rgb);
  const data = takeBytes(outBytes);
  data.set(bytesAt(at.rgb, outBytes));
  return { width: outWidth, height: outHeight, data };
}
