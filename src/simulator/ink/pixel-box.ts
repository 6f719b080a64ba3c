import type { Box } from '#shared/sheet/layout.ts';

/** Whole pixels, both ends included; empty when `right < left`. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const NO_PIXELS: PixelBox = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

export function clipToPage(box: PixelBox, widthPx: number, heightPx: number): PixelBox {
  return {
    left: Math.max(0, Math.floor(box.left)),
    top: Math.max(0, Math.floor(box.top)),
    right: Math.min(widthPx - 1, Math.ceil(box.right)),
    bottom: Math.min(heightPx - 1, Math.ceil(box.bottom)),
  };
}

/** The smallest box around points, with a margin, in the unit of the points. */
export function boxAround(points: Iterable<{ x: number; y: number }>, margin: number): PixelBox {
  let { left, top, right, bottom } = NO_PIXELS;
  for (const { x, y } of points) {
    left = Math.min(left, x - margin);
    right = Math.max(right, x + margin);
    top = Math.min(top, y - margin);
    bottom = Math.max(bottom, y + margin);
  }
  return { left, top, right, bottom };
}

export function unionBox(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}
