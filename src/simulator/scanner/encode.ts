import sharp from 'sharp';
import type { ScanPlan } from './scan-plan.ts';
import type { SensedImage } from './sensor.ts';

export interface ScannedImage {
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png';
  dpi: number;
}

const LOSSLESS = 100;
const BILEVEL_THRESHOLD = 150;

/** What the scanner's firmware writes: turned, softened, compressed. */
export async function encodeImage(image: SensedImage, plan: ScanPlan): Promise<ScannedImage> {
  const { widthPx: width, heightPx: height, channels, pixels } = image;
  let picture = sharp(pixels, { raw: { width, height, channels } });
  if (plan.quarterTurn !== 0) picture = picture.rotate(plan.quarterTurn);
  if (plan.blurPx > 0) picture = picture.blur(plan.blurPx);
  if (plan.mode === 'bilevel') picture = picture.threshold(BILEVEL_THRESHOLD);
  if (channels === 1) picture = picture.toColourspace('b-w');
  picture = picture.withDensity(plan.dpi);
  if (plan.mode === 'bilevel' || plan.jpegQuality === LOSSLESS) {
    const png = picture.png({ compressionLevel: 3 });
    return { bytes: await png.toBuffer(), mediaType: 'image/png', dpi: plan.dpi };
  }
  const jpeg = picture.jpeg({ quality: plan.jpegQuality, chromaSubsampling: plan.chromaSubsampling });
  return { bytes: await jpeg.toBuffer(), mediaType: 'image/jpeg', dpi: plan.dpi };
}
