import { giveBytes, takeBytes } from '../kernels/spare-memory.ts';
import type { Raster } from '../raster.ts';
import type { Point } from '../register/projection.ts';
import { SHIFT } from '../thresholds.ts';

/**
 * Moves the red and blue planes back onto the green one, in place. A shift of one pixel draws a red rim along all black
 * print; the marks have told how far each plane lies.
 */
export function undoShift(raster: Raster, shift: { red: Point; blue: Point }): void {
  movePlane(raster, 0, shift.red);
  movePlane(raster, 2, shift.blue);
}

function movePlane(raster: Raster, channel: 0 | 2, { x, y }: Point): void {
  if (Math.hypot(x, y) < SHIFT.negligiblePx || Math.hypot(x, y) > SHIFT.implausiblePx) return;
  const { width, height, data } = raster;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = Math.round((x - left) * 256);
  const below = Math.round((y - top) * 256);
  const plane = takeBytes(width * height);
  for (let pixel = 0, from = channel; pixel < plane.length; pixel++, from += 3) plane[pixel] = data[from]!;
  for (let row = 0; row < height; row++) {
    const upper = Math.max(0, Math.min(height - 1, row + top)) * width;
    const lower = Math.max(0, Math.min(height - 1, row + top + 1)) * width;
    for (let column = 0; column < width; column++) {
      const near = Math.max(0, Math.min(width - 1, column + left));
      const far = Math.max(0, Math.min(width - 1, column + left + 1));
      const above = plane[upper + near]! * (256 - right) + plane[upper + far]! * right;
      const under = plane[lower + near]! * (256 - right) + plane[lower + far]! * right;
      data[(row * width + column) * 3 + channel] = (above * (256 - below) + under * below + 32_768) >> 16;
    }
  }
  giveBytes(plane);
}
