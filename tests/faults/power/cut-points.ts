import type { Random } from '../harness/random.ts';
import type { Step } from './read-log.ts';
import type { Tearing } from './rebuild-folder.ts';

export interface Cut {
  cut: number;
  tearing: Tearing;
  seed: number;
}

/** Moments to cut the power at: half of them just after something was said, where a false acknowledgement shows; half anywhere. */
export function chooseCuts(steps: readonly Step[], count: number, random: Random): Cut[] {
  const saidAt = steps.flatMap((step, place) => (step.kind === 'said' ? [place + 1] : []));
  return Array.from({ length: count }, (_, index) => ({
    cut: index % 2 === 0 && saidAt.length > 0 ? random.pick(saidAt) : random.below(steps.length + 1),
    tearing: random.pick<Tearing>(['nothing', 'sectors', 'pages', 'everything']),
    seed: random.below(2 ** 31),
  }));
}
