import type { Clock } from '#main/ports/clock.ts';

export interface TestClock extends Clock {
  set(isoInstant: string): void;
}

/** A clock that stands still until it is set. */
export function aClock(isoInstant = '2026-11-20T10:00:00Z', isPlayed = true): TestClock {
  let nowMs = Date.parse(isoInstant);
  return {
    nowMs: () => nowMs,
    monotonicMs: () => performance.now(),
    isPlayed,
    set(instant) {
      nowMs = Date.parse(instant);
    },
  };
}
