import { GuichetError } from '#shared/errors.ts';
import { uptime } from 'node:os';
import type { Clock } from './clock.ts';

/** What no date moves, played or set. */
const runningTime = { monotonicMs: () => performance.now(), uptimeMs: () => uptime() * 1_000 } as const;

/** The machine's clock, or one that starts at `startsAt` (ISO instant) and runs on. Throws `invalid-input` on nonsense. */
export function createClock(startsAt?: string): Clock {
  if (startsAt === undefined || startsAt === '') {
    return { ...runningTime, nowMs: () => Date.now(), isPlayed: false };
  }
  const originMs = Date.parse(startsAt);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(startsAt) || Number.isNaN(originMs)) {
    throw new GuichetError('invalid-input', { fields: [{ path: 'GUICHET_CLOCK', code: 'bad-format' }] });
  }
  const startedAtMs = performance.now();
  return {
    ...runningTime,
    nowMs: () => originMs + Math.round(performance.now() - startedAtMs),
    isPlayed: true,
  };
}
