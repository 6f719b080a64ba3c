import type { Box } from '#shared/sheet/layout.ts';
import sharp from 'sharp';
import { project, type Projection } from '../scanner/projection.ts';

/** Where an image is coloured: the bounding box, in pixels, of what differs much between red, green and blue. */
export async function colouredExtent(bytes: Uint8Array, within?: Box): Promise<Box | undefined> {
  const { data, info } = await sharp(bytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const area = within ?? { x: 0, y: 0, w: info.width, h: info.height };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = Math.max(0, Math.floor(area.y)); y < Math.min(info.height, area.y + area.h); y++) {
    for (let x = Math.max(0, Math.floor(area.x)); x < Math.min(info.width, area.x + area.w); x++) {
      const at = (y * info.width + x) * info.channels;
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      if (Math.max(red, green, blue) - Math.min(red, green, blue) < 60) continue;
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x + 1),
        Math.max(bottom, y + 1),
      ];
    }
  }
  return right < left ? undefined : { x: left, y: top, w: right - left, h: bottom - top };
}

/** A box of the sheet, in millimetres, as pixels of the image; whole only where the page is not skewed. */
export function onImage(sheetToImage: Projection, box: Box): Box {
  const a = project(sheetToImage, box);
  const b = project(sheetToImage, { x: box.x + box.w, y: box.y + box.h });
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(b.x - a.x), h: Math.abs(b.y - a.y) };
}

export function contains(outer: Box, inner: Box, tolerance: number): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.w <= outer.x + outer.w + tolerance &&
    inner.y + inner.h <= outer.y + outer.h + tolerance
  );
}
