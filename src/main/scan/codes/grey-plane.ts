import type { Raster } from '../raster.ts';

export interface GreyPlane {
  width: number;
  height: number;
  data: Uint8Array;
  /** Where the plane was cut out of its raster. */
  left: number;
  top: number;
}

export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * `red` shows what red ink crosses (it vanishes in its own channel), `blue` what blue ink crosses; `luminance` has the least
 * noise.
 */
export type PlaneChannel = 'luminance' | 'red' | 'blue';

export function greyPlane(raster: Raster, channel: PlaneChannel, box?: PixelBox): GreyPlane {
  const left = Math.max(0, Math.floor(box?.left ?? 0));
  const top = Math.max(0, Math.floor(box?.top ?? 0));
  const width = Math.max(0, Math.min(raster.width, Math.ceil(box?.right ?? raster.width)) - left);
  const height = Math.max(0, Math.min(raster.height, Math.ceil(box?.bottom ?? raster.height)) - top);
  const data = new Uint8Array(width * height);
  const source = raster.data;
  const single = channel === 'blue' ? 2 : 0;
  for (let y = 0, out = 0; y < height; y++) {
    let from = ((top + y) * raster.width + left) * 3;
    if (channel === 'luminance')
      for (let x = 0; x < width; x++, from += 3, out++)
        data[out] = (source[from]! + 2 * source[from + 1]! + source[from + 2]!) >> 2;
    else for (let x = 0; x < width; x++, from += 3, out++) data[out] = source[from + single]!;
  }
  return { width, height, data, left, top };
}
