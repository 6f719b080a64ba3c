import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** How unlike a pixel's colour may be: a palette of 256 colours changes it by less, another word by more. */
const THRESHOLD = 0.1;
/** Pixels that may differ: rims of letters that another build of the fonts' renderer draws. One letter changes more. */
const TOLERATED = 8;

export interface Difference {
  pixels: number;
  /** What differs, in red over the picture. */
  picture: Buffer;
}

/** Undefined where a person would see the same; rims of letters do not count. */
export async function compare(kept: Uint8Array, seen: Uint8Array): Promise<Difference | undefined> {
  const [before, now] = await Promise.all([raw(kept), raw(seen)]);
  const { width, height } = now.info;
  if (before.info.width !== width || before.info.height !== height)
    return { pixels: width * height, picture: Buffer.from(seen) };
  const differences = Buffer.alloc(width * height * 4);
  const pixels = pixelmatch(before.data, now.data, differences, width, height, { threshold: THRESHOLD });
  if (pixels <= TOLERATED) return undefined;
  const picture = await sharp(differences, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { pixels, picture };
}

/** A picture as it is kept: a palette and no loss, for as few bytes as can be. */
export async function small(png: Uint8Array): Promise<Buffer> {
  const fewColours = await sharp(png).png({ palette: true, colours: 256, dither: 0 }).toBuffer();
  return sharp(fewColours).webp({ lossless: true, effort: 6 }).toBuffer();
}

function raw(picture: Uint8Array) {
  return sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
