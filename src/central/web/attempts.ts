import { sha256Hex } from '../canonical.ts';
import type { Database } from '../postgres/database.ts';
import { PageStop } from './page-stop.ts';

const WINDOW_MS = 15 * 60_000;

/**
 * Counts one attempt at `what` by each of `keys` (an address, an account), in the database: several instances count together.
 * Throws PageStop 429 above the limit, whether the account exists or not.
 */
export async function countAttempt(
  database: Database,
  nowMs: number,
  what: string,
  limits: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [key, limit] of Object.entries(limits)) {
    const [row] = await database.rows(
      `INSERT INTO counted_attempt (bucket, hits, until_ms) VALUES ($1, 1, $2)
       ON CONFLICT (bucket) DO UPDATE SET
         hits = CASE WHEN counted_attempt.until_ms <= $3 THEN 1 ELSE counted_attempt.hits + 1 END,
         until_ms = CASE WHEN counted_attempt.until_ms <= $3 THEN $2 ELSE counted_attempt.until_ms END
       RETURNING hits`,
      [bucketOf(what, key), nowMs + WINDOW_MS, nowMs],
    );
    if (Number(row?.['hits']) > limit)
      throw new PageStop(429, 'Trop d’essais', 'Attendez un quart d’heure, puis réessayez.');
  }
}

/** A success: earlier mistakes of this account no longer count. */
export async function forgetAttempts(database: Database, what: string, key: string): Promise<void> {
  await database.rows('DELETE FROM counted_attempt WHERE bucket = $1', [bucketOf(what, key)]);
}

export async function dropOldAttempts(database: Database, nowMs: number): Promise<void> {
  await database.rows('DELETE FROM counted_attempt WHERE until_ms <= $1', [nowMs]);
}

/** No address or e-mail stays in clear. */
function bucketOf(what: string, key: string): string {
  return sha256Hex(`${what}:${key}`);
}
