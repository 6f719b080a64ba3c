import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halve } from './raster.ts';

test('halving averages two by two pixels, whatever the width', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 21 }),
      fc.integer({ min: 2, max: 9 }),
      fc.uint8Array({ minLength: 21 * 9 * 3, maxLength: 21 * 9 * 3 }),
      (width, height, bytes) => {
        const data = bytes.slice(0, width * height * 3);
        const half = halve({ width, height, data });
        const at = (x: number, y: number, channel: number): number => data[(y * width + x) * 3 + channel]!;
        const off = [...half.data].map((value, index) => {
          const [channel, x, y] = [
            index % 3,
            Math.floor(index / 3) % half.width,
            Math.floor(index / 3 / half.width),
          ];
          const sum =
            at(2 * x, 2 * y, channel) +
            at(2 * x + 1, 2 * y, channel) +
            at(2 * x, 2 * y + 1, channel) +
            at(2 * x + 1, 2 * y + 1, channel);
          return Math.abs(value - sum / 4);
        });
        expect(Math.max(0, ...off)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
