import type { Stamp } from './rasterise-outline.ts';

/** 0 is bare paper; this is within the registration tolerance of print: dark here proves nothing. */
export const NEAR_PRINT = 1;
export const PRINT = 2;
/** Codes and witness: no answer lies there, and their own colours would pass for ink. */
export const COVERED = 3;

/** Widens the ink by a disc, so that print a little out of place is still taken for print. */
export function dilateStamp(stamp: Stamp, radiusPx: number): Stamp {
  const reach = Math.ceil(radiusPx);
  const width = stamp.width + 2 * reach;
  const height = stamp.height + 2 * reach;
  const data = new Uint8Array(width * height);
  const offsets = discOffsets(radiusPx, width);
  for (let y = 0; y < stamp.height; y++)
    for (let x = 0; x < stamp.width; x++) {
      if (stamp.data[y * stamp.width + x] === 0) continue;
      const centre = (y + reach) * width + x + reach;
      for (const offset of offsets) data[centre + offset] ||= NEAR_PRINT;
      data[centre] = PRINT;
    }
  return { left: stamp.left - reach, top: stamp.top - reach, width, height, data };
}

function discOffsets(radius: number, stride: number): number[] {
  const reach = Math.ceil(radius);
  const offsets: number[] = [];
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      if (dx * dx + dy * dy <= radius * radius) offsets.push(dy * stride + dx);
  return offsets;
}
