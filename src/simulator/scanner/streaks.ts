import type { SeededRandom } from '../seeded-random.ts';

/**
 * Gain of each column of the image, per channel. In a feeder the paper runs over still dirt, so a speck on the glass
 * draws a line down the whole page; on one line of a three-line sensor, the streak is coloured.
 */
export function streakGains(
  widthPx: number,
  dpi: number,
  count: number,
  random: SeededRandom,
): Float32Array[] {
  const gains = [0, 1, 2].map(() => new Float32Array(widthPx).fill(1));
  for (let streak = 0; streak < count; streak++) {
    const centre = random.range(0.03, 0.97) * widthPx;
    const half = random.range(0.04, 0.16) * (dpi / 25.4);
    const gain = random.chance(0.75) ? random.range(0.6, 0.95) : random.range(1.05, 1.2);
    const touched = random.chance(0.3) ? [random.integer(0, 2)] : [0, 1, 2];
    for (let x = Math.floor(centre - half - 1); x <= centre + half + 1; x++) {
      const share = Math.max(0, Math.min(1, half + 0.5 - Math.abs(x - centre)));
      for (const channel of touched) {
        const column = gains[channel];
        if (column && x >= 0 && x < widthPx) column[x] = (column[x] ?? 1) * (1 + (gain - 1) * share);
      }
    }
  }
  return gains;
}
