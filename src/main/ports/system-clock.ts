import { GuichetError } from '#shared/errors.ts';
import type { Clock } from './clock.ts';

/** The machine's clock, or one that starts at `startsAt` (ISO instant) and runs on. Throws `invalid-input` on nonsense. */
export function createClock(startsAt?: string): Clock {
  if (startsAt === undefined || startsAt === '') {
    return { nowMs: () => Date.now(), monotonicMs: () => performance.now(), isPlayed: false };
  }
  const originMs = Date.parse(startsAt);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(startsAt) || Number.isNaN(originMs)) {
    throw new GuichetError('invalid-input', { fields: [{ path: 'GUICHET_CLOCK', code: 'bad-format' }] });
  }
  const startedAtMs = performance.now();
  return {
    nowMs: () => originMs + Math.round(performance.now() - startedAtMs),
    monotonicMs: () => performance.now(),
    isPlayed: true,
  };
}
