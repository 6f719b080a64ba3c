import { uptime } from 'node:os';
import type { Clock } from '#main/ports/clock.ts';

export interface TestClock extends Clock {
  set(isoInstant: string): void;
  /** Time goes by, on the wall and in the computer. */
  pass(ms: number): void;
  /** The computer was switched off and on again, this long ago by its own count. */
  restart(upForMs: number): void;
}

/** A clock that stands still until it is set. */
export function aClock(isoInstant = '2026-11-20T10:00:00Z', isPlayed = true): TestClock {
  let nowMs = Date.parse(isoInstant);
  let passedMs = 0;
  let bootedAtMs = 0;
  return {
    nowMs: () => nowMs,
    monotonicMs: () => performance.now() + passedMs,
    uptimeMs: () => uptime() * 1_000 + passedMs - bootedAtMs,
    isPlayed,
    set(instant) {
      nowMs = Date.parse(instant);
    },
    pass(ms) {
      nowMs += ms;
      passedMs += ms;
    },
    restart(upForMs) {
      bootedAtMs = uptime() * 1_000 + passedMs - upForMs;
    },
  };
}
