import { assertNever } from '#shared/assert-never.ts';
import sharp from 'sharp';
import { writeScannedPdf } from './files/scanned-pdf.ts';
import { writeTiff, type TiffPage } from './files/tiff.ts';
import type { ScannedImage } from './scanner/encode.ts';

export const SCAN_FILE_FORMATS = ['images', 'tiff', 'pdf'] as const;
export type ScanFileFormat = (typeof SCAN_FILE_FORMATS)[number];

export interface ScanFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * A stack of scanned pages as the files that a scanner would leave: one JPEG or PNG a page, one TIFF of several pages, or
 * one PDF. `baseName` carries no extension.
 */
export async function writeScanFile(
  images: readonly ScannedImage[],
  format: ScanFileFormat,
  baseName: string,
): Promise<ScanFile[]> {
  switch (format) {
    case 'images':
      return images.map((image, index) => ({ name: pageName(baseName, index, image), bytes: image.bytes }));
    case 'tiff':
      return [{ name: `${baseName}.tif`, bytes: writeTiff(await Promise.all(images.map(tiffPage))) }];
    case 'pdf':
      return [{ name: `${baseName}.pdf`, bytes: await writeScannedPdf(images) }];
    default:
      return assertNever(format);
  }
}

function pageName(baseName: string, index: number, image: ScannedImage): string {
  const extension = image.mediaType === 'image/jpeg' ? 'jpg' : 'png';
  return `${baseName}-${String(index + 1).padStart(3, '0')}.${extension}`;
}

async function tiffPage(image: ScannedImage): Promise<TiffPage> {
  const { channels } = await sharp(image.bytes).metadata();
  const picture = sharp(image.bytes).toColourspace(channels === 1 ? 'b-w' : 'srgb');
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const grey = info.channels === 1;
  return { widthPx: info.width, heightPx: info.height, channels: grey ? 1 : 3, dpi: image.dpi, pixels: data };
}
