import { uptime } from 'node:os';
import type { Clock } from '#main/ports/clock.ts';

/** A clock the demonstration moves from campaign to campaign; only a base école accepts it. */
export interface DemoClock extends Clock {
  moveTo(instantMs: number): void;
}

export function createDemoClock(): DemoClock {
  let originMs = Date.now();
  let movedAtMs = performance.now();
  return {
    nowMs: () => originMs + Math.round(performance.now() - movedAtMs),
    monotonicMs: () => performance.now(),
    uptimeMs: () => uptime() * 1_000,
    isPlayed: true,
    moveTo(instantMs) {
      originMs = instantMs;
      movedAtMs = performance.now();
    },
  };
}
