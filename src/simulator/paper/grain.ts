import { SeededRandom } from '../seeded-random.ts';

/** A tile of paper relief: mean 0, standard deviation 1, repeating without a seam. */
export interface Grain {
  sizePx: number;
  relief: Float32Array;
}

const TILE_PX = 512;
const FIBRE_COUNT = 5200;
const TILE_DPI = 300;

/** Felting takes as long as printing a page, so the sheets of a ream share their grain. */
const felted = new Map<string, Grain>();

export function feltGrain(ream: string): Grain {
  const grain = felted.get(ream) ?? felt(new SeededRandom(`ream ${ream}`));
  felted.set(ream, grain);
  return grain;
}

/** Paper is felted fibres: short strokes laid in all directions, a little more along the machine's. */
function felt(random: SeededRandom): Grain {
  const relief = new Float32Array(TILE_PX * TILE_PX);
  for (let index = 0; index < relief.length; index++) relief[index] = random.gaussian() * 0.35;
  for (let fibre = 0; fibre < FIBRE_COUNT; fibre++) {
    let [x, y] = [random.range(0, TILE_PX), random.range(0, TILE_PX)];
    let angle = random.gaussian() * 0.9 + Math.PI / 2;
    const height = random.gaussian() * 0.8;
    const length = random.integer(6, 22);
    for (let step = 0; step < length; step++) {
      const at = wrap(Math.floor(y)) * TILE_PX + wrap(Math.floor(x));
      relief[at] = (relief[at] ?? 0) + height;
      x += Math.cos(angle);
      y += Math.sin(angle);
      angle += random.range(-0.12, 0.12);
    }
  }
  return { sizePx: TILE_PX, relief: standardise(relief) };
}

function wrap(position: number): number {
  return ((position % TILE_PX) + TILE_PX) % TILE_PX;
}

function standardise(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}

/** Relief under a pixel, the same place on the sheet at every resolution. */
export function reliefAt(grain: Grain, x: number, y: number, dpi: number): number {
  const scale = TILE_DPI / dpi;
  const column = Math.floor(x * scale) % grain.sizePx;
  const row = Math.floor(y * scale) % grain.sizePx;
  return grain.relief[row * grain.sizePx + column] ?? 0;
}
