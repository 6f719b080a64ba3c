import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from '#shared/sheet/layout.ts';
import { CORNERS } from '../paper/damage.ts';
import type { PaperFault, PaperPlan } from '../paper.ts';
import type { SeededRandom } from '../seeded-random.ts';

const REAMS = 12;

export function usualPaper(random: SeededRandom): PaperPlan {
  return {
    stock: 'white',
    ream: `${random.integer(1, REAMS)}`,
    toner: random.range(0.95, 1),
    photocopiedFirst: false,
    showThrough: random.chance(0.3) ? random.range(0.005, 0.025) : 0,
    dust: random.integer(0, 25),
    faults: random.chance(0.25) ? [{ kind: 'fold', atMm: PAGE_HEIGHT_MM / 3 + random.range(-6, 6) }] : [],
  };
}

/** A sheet that has been in a bag, under a cup, in a binder. */
export function wornPaper(random: SeededRandom): PaperPlan {
  const faults: readonly (() => PaperFault)[] = [
    () => ({ kind: 'fold', atMm: PAGE_HEIGHT_MM / 2 + random.range(-5, 5) }),
    () => ({ kind: 'fold', atMm: (PAGE_HEIGHT_MM * 2) / 3 + random.range(-5, 5) }),
    () => ({
      kind: 'coffee',
      x: random.range(30, PAGE_WIDTH_MM - 30),
      y: random.range(30, PAGE_HEIGHT_MM - 30),
      radiusMm: random.range(32, 42),
    }),
    () => ({ kind: 'staple', x: random.range(8, 16), y: random.range(6, 14) }),
    () => ({ kind: 'punch-holes' }),
    () => ({ kind: 'cut-corner', corner: random.pick(CORNERS), sizeMm: random.range(8, 22) }),
  ];
  return {
    ...usualPaper(random),
    stock: random.pick(['white', 'white', 'recycled', 'cream'] as const),
    toner: random.range(0.75, 1),
    showThrough: random.chance(0.5) ? random.range(0.02, 0.09) : 0,
    dust: random.integer(10, 80),
    faults: random
      .shuffled(faults)
      .slice(0, random.integer(1, 3))
      .map((fault) => fault()),
  };
}
