import type { Random } from '../harness/random.ts';
import type { Step } from './read-log.ts';
import type { Tearing } from './rebuild-folder.ts';

export interface Cut {
  cut: number;
  tearing: Tearing;
  seed: number;
}

/** Moments to cut the power at: half of them just after a promise, where a false one shows; half anywhere. */
export function chooseCuts(
  { steps, promisedAt }: { steps: readonly Step[]; promisedAt: readonly number[] },
  count: number,
  random: Random,
): Cut[] {
  return Array.from({ length: count }, (_, index) => ({
    cut:
      index % 2 === 0 && promisedAt.length > 0 ? random.pick(promisedAt) + 1 : random.below(steps.length + 1),
    tearing: random.pick<Tearing>(['nothing', 'sectors', 'pages', 'everything']),
    seed: random.below(2 ** 31),
  }));
}
