import type { Station } from '#shared/contract/station.ts';
import type { FirstStepsMemory } from '#main/ports/first-steps-memory.ts';

/** With the station itself: a program that ends just after still tells what remains. */
export function beginFirstSteps(memory: FirstStepsMemory, { stationId }: Station): void {
  try {
    memory.write({ stationId, done: [], isDismissed: false });
  } catch {
    // The station is made; only the home screen says nothing of what remains.
  }
}
