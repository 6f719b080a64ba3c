import type { AuditLine } from '#shared/audited.ts';
import { GuichetError } from '#shared/errors.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { appendEntries } from './append-entries.ts';
import type { AuditFacts } from './entry-chain.ts';

/** The window asks again whenever something changes: what the same clerk is shown again so soon is the same look. */
const SAME_LOOK_MS = 60_000;
const LOOKS_KEPT = 500;
const WAITING_AT_MOST = 10_000;

/** Writes entries in a transaction of their own. */
export interface Recorder {
  record(database: WritableDatabase, does: AuditLine['does'], entries: readonly AuditFacts[]): void;
}

/**
 * A full disk closes no counter: what is told after the fact waits in memory and is written with the next entry that finds room. A change
 * does not wait: it is told in its own transaction, or not made.
 */
export function createRecorder(): Recorder {
  const looks = new Map<string, number>();
  const waiting: AuditFacts[] = [];
  const isNew = (facts: AuditFacts) => {
    const key = [facts.clerkId, facts.operation, facts.reference, facts.outcome].join('\n');
    const last = looks.get(key);
    if (last !== undefined && facts.atMs >= last && facts.atMs - last < SAME_LOOK_MS) return false;
    if (looks.size >= LOOKS_KEPT) looks.clear();
    looks.set(key, facts.atMs);
    return true;
  };
  return {
    record(database, does, entries) {
      const told = does === 'shows' ? entries.filter(isNew) : entries;
      if (told.length === 0) return;
      try {
        appendEntries(database, [...waiting, ...told]);
        waiting.length = 0;
      } catch (error) {
        const canWait = waiting.length < WAITING_AT_MOST;
        if (!canWait || !(error instanceof GuichetError) || error.code !== 'disk-full') throw error;
        waiting.push(...told);
      }
    },
  };
}
