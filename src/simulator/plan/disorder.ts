import type { SeededRandom } from '../seeded-random.ts';
import type { ReturnPlan } from './return-plan.ts';

/** What a feeder and a hurried hand do to a stack: pages out of order, one scanned twice, one left behind. */
export function disorder(plan: ReturnPlan, random: SeededRandom): ReturnPlan {
  const shuffled = random.shuffled(plan.pages);
  const kept = shuffled.length > 1 && random.chance(0.4) ? shuffled.slice(1) : shuffled;
  const twice = random.chance(0.4) ? [random.pick(kept)] : [];
  return { pages: random.shuffled([...kept, ...twice]) };
}
