import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import type { Clock } from '#main/ports/clock.ts';
import { writeDurably } from './file-store.ts';

const LEDGER_FILE = 'attempts.json';
/** Slips of the keyboard that cost nothing. */
const FREE_ATTEMPTS = 4;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 3_600_000;
/** Logins remembered: beyond, the oldest are forgotten, so that made-up ones cannot fill the disk. */
const KEPT_MARKS = 1000;

const entrySchema = z.strictObject({ count: z.number().int().min(1), lastAtMs: z.number() });
const ledgerSchema = z.record(z.string(), entrySchema);
type Entry = z.infer<typeof entrySchema>;

/** Wrong passphrases of each login, kept beside the header: after a few, a delay that doubles. */
export interface AttemptLedger {
  /**
   * Does work that proves a passphrase. Counted before it begins, so that a program killed meanwhile gains no attempt; forgotten when it
   * succeeds. Throws `too-many-attempts` without doing it, whether the login exists or not.
   */
  guard<T>(mark: string, work: () => Promise<T>): Promise<T>;
  /** What somebody entitled decided: this login starts anew. */
  forget(mark: string): void;
}

/** `mark`: stands for a login, and does not tell which (what is typed there may be a passphrase, by mistake). */
export function createAttemptLedger(folder: string, clock: Clock): AttemptLedger {
  const path = join(folder, LEDGER_FILE);
  const entries = new Map<string, Entry>(Object.entries(readLedger(path)));
  // Of this run of the program: no change of the system's date shortens these.
  const lastMonotonicMs = new Map<string, number>();

  const save = () => {
    try {
      writeDurably(path, Buffer.from(JSON.stringify(Object.fromEntries(entries))));
    } catch (error) {
      // A full disk must not keep a clerk out; this run still counts.
      if (!(error instanceof GuichetError)) throw error;
    }
  };
  const note = (mark: string, count: number) => {
    entries.delete(mark);
    entries.set(mark, { count, lastAtMs: clock.nowMs() });
    lastMonotonicMs.set(mark, clock.monotonicMs());
    for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size - KEPT_MARKS)))
      entries.delete(oldest);
    save();
  };
  const forget = (mark: string) => {
    lastMonotonicMs.delete(mark);
    if (entries.delete(mark)) save();
  };
  const remainingMs = (mark: string): number => {
    const entry = entries.get(mark);
    if (!entry) return 0;
    const sinceByDate = clock.nowMs() - entry.lastAtMs;
    // A date before the last attempt was moved back: it proves no time at all, and this run counts from now.
    if (sinceByDate < 0 && !lastMonotonicMs.has(mark)) lastMonotonicMs.set(mark, clock.monotonicMs());
    const inThisRun = lastMonotonicMs.get(mark);
    const elapsed = inThisRun === undefined ? sinceByDate : clock.monotonicMs() - inThisRun;
    return delayAfterMs(entry.count) - elapsed;
  };

  return {
    async guard(mark, work) {
      const waitMs = remainingMs(mark);
      if (waitMs > 0)
        throw new GuichetError('too-many-attempts', {
          detail: { seconds: String(Math.ceil(waitMs / 1000)) },
        });
      const before = entries.get(mark);
      note(mark, (before?.count ?? 0) + 1);
      try {
        const result = await work();
        forget(mark);
        return result;
      } catch (error) {
        // Nothing was proven wrong: the attempt does not count.
        if (!(error instanceof GuichetError) || error.code !== 'wrong-passphrase') {
          if (before) note(mark, before.count);
          else forget(mark);
        }
        throw error;
      }
    },
    forget,
  };
}

function delayAfterMs(count: number): number {
  if (count <= FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (count - FREE_ATTEMPTS - 1), LONGEST_DELAY_MS);
}

/** A ledger that cannot be read is begun anew: it must not keep everybody out. */
function readLedger(path: string): Record<string, Entry> {
  if (!existsSync(path)) return {};
  try {
    return ledgerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}
