import type { Box } from '#shared/sheet/layout.ts';
import type { ImageFacts } from '#shared/contract/returned-pages.ts';

/** Pixels of the upright image. */
export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a box of the sheet (millimetres) lies in the image; undefined when the sheet was not found in it. */
export function boxInImage(box: Box, image: ImageFacts): PixelBox | undefined {
  const { pxPerMmX, pxPerMmY, originXPx, originYPx } = image;
  if (pxPerMmX === null || pxPerMmY === null || originXPx === null || originYPx === null) return undefined;
  return {
    x: originXPx + box.x * pxPerMmX,
    y: originYPx + box.y * pxPerMmY,
    width: box.w * pxPerMmX,
    height: box.h * pxPerMmY,
  };
}

/** The smallest box that holds all of these; undefined for none. */
export function unionOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}

/** The same box with air around it, kept inside the image: the outline must not hide what it shows. */
export function withMargin(box: PixelBox, marginPx: number, image: ImageFacts): PixelBox {
  const left = Math.max(0, box.x - marginPx);
  const top = Math.max(0, box.y - marginPx);
  return {
    x: left,
    y: top,
    width: Math.min(image.widthPx, box.x + box.width + marginPx) - left,
    height: Math.min(image.heightPx, box.y + box.height + marginPx) - top,
  };
}
