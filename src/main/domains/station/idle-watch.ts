import type { Clock } from '#main/ports/clock.ts';
import { keySettingsOf } from './key-settings.ts';
import type { OpenSession } from './open-session.ts';

/** The date is looked at this often at least: a computer that slept counts no time of its own. */
const LONGEST_LOOK_MS = 20_000;
const SHORTEST_LOOK_MS = 500;

/** Milliseconds until the session has been left alone for too long; none left when it has. */
export function idleTimeLeftMs({ database, lastTouch }: OpenSession, clock: Clock): number {
  const byItself = clock.monotonicMs() - lastTouch.monotonicMs;
  // A played date stands still or jumps.
  const byDate = clock.isPlayed ? 0 : clock.nowMs() - lastTouch.atMs;
  return keySettingsOf(database).idleMinutes * 60_000 - Math.max(byItself, byDate);
}

/** Looks again when the time may be over; `look` answers what is left, or undefined when nobody needs to look any more. */
export function watchIdleTime(look: () => number | undefined): void {
  const leftMs = look();
  if (leftMs === undefined) return;
  const nextMs = Math.min(Math.max(leftMs, SHORTEST_LOOK_MS), LONGEST_LOOK_MS);
  setTimeout(() => watchIdleTime(look), nextMs).unref();
}
