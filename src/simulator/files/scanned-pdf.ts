import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { ScannedImage } from '../scanner/encode.ts';

const POINTS_PER_INCH = 72;

/** A PDF as scanners write it: each page is its image, the JPEG embedded as it is. */
export async function writeScannedPdf(images: readonly ScannedImage[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const { bytes, mediaType, dpi } of images) {
    const { width, height } = await sharp(bytes).metadata();
    const embedded =
      mediaType === 'image/jpeg' ? await document.embedJpg(bytes) : await document.embedPng(bytes);
    const size = { width: (width / dpi) * POINTS_PER_INCH, height: (height / dpi) * POINTS_PER_INCH };
    document.addPage([size.width, size.height]).drawImage(embedded, { x: 0, y: 0, ...size });
  }
  return document.save({ addDefaultPage: false });
}
