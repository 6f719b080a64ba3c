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

/** An earlier program noted the date instead, which proves nothing. */
const entrySchema = z.object({ count: z.number().int().min(1), uptimeMs: z.number().optional() });
const ledgerSchema = z.record(z.string(), entrySchema);

interface Entry {
  count: number;
  /** Of the machine, at the last attempt. */
  uptimeMs: number;
}

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
  const { entries, isOfBefore } = readLedger(path, clock.uptimeMs());

  const save = () => {
    try {
      writeDurably(path, Buffer.from(JSON.stringify(Object.fromEntries(entries))));
    } catch (error) {
      // A full disk must not keep a clerk out; this run still counts.
      if (!(error instanceof GuichetError)) throw error;
    }
  };
  if (isOfBefore) save();
  const note = (mark: string, count: number) => {
    entries.delete(mark);
    entries.set(mark, { count, uptimeMs: clock.uptimeMs() });
    for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size - KEPT_MARKS)))
      entries.delete(oldest);
    save();
  };
  const forget = (mark: string) => {
    if (entries.delete(mark)) save();
  };
  const remainingMs = (mark: string): number => {
    const entry = entries.get(mark);
    return entry ? delayAfterMs(entry.count) - provenMs(entry, clock.uptimeMs()) : 0;
  };

  return {
    async guard(mark, work) {
      const waitMs = remainingMs(mark);
      const seconds = String(Math.ceil(waitMs / 1000));
      if (waitMs > 0) throw new GuichetError('too-many-attempts', { detail: { seconds } });
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

/**
 * The least time that has gone by since an attempt, whatever the date says. A machine that has been up for less than it had been then was
 * restarted since, and has been up all of that time; one that was restarted and has been up for longer still has more than the difference.
 */
function provenMs({ uptimeMs }: Entry, nowUptimeMs: number): number {
  return nowUptimeMs >= uptimeMs ? nowUptimeMs - uptimeMs : nowUptimeMs;
}

function delayAfterMs(count: number): number {
  if (count <= FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (count - FREE_ATTEMPTS - 1), LONGEST_DELAY_MS);
}

/**
 * A ledger that cannot be read is begun anew: it must not keep everybody out. `isOfBefore`: the wait of some begins now, which is to be noted,
 * or it would begin anew at each run of a program that is refused.
 */
function readLedger(path: string, nowUptimeMs: number): { entries: Map<string, Entry>; isOfBefore: boolean } {
  if (!existsSync(path)) return { entries: new Map(), isOfBefore: false };
  try {
    const read = Object.entries(ledgerSchema.parse(JSON.parse(readFileSync(path, 'utf8'))));
    return {
      entries: new Map(read.map(([mark, { count, uptimeMs = nowUptimeMs }]) => [mark, { count, uptimeMs }])),
      isOfBefore: read.some(([, { uptimeMs }]) => uptimeMs === undefined),
    };
  } catch {
    return { entries: new Map(), isOfBefore: false };
  }
}
