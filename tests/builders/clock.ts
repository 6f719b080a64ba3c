import type { Clock } from '#main/ports/clock.ts';

export interface TestClock extends Clock {
  set(isoInstant: string): void;
  /** Time goes by, on the wall and in the computer. */
  pass(ms: number): void;
}

/** A clock that stands still until it is set. */
export function aClock(isoInstant = '2026-11-20T10:00:00Z', isPlayed = true): TestClock {
  let nowMs = Date.parse(isoInstant);
  let passedMs = 0;
  return {
    nowMs: () => nowMs,
    monotonicMs: () => performance.now() + passedMs,
    isPlayed,
    set(instant) {
      nowMs = Date.parse(instant);
    },
    pass(ms) {
      nowMs += ms;
      passedMs += ms;
    },
  };
}
