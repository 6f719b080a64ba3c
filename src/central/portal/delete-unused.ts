import type { Sql } from '../postgres/database.ts';

/**
 * Deletes the accounts nobody activated in time, with their mails and tokens. Called by the centre's clock and by whoever is
 * about to look at an account, so that no account outlives its limit because a job was late. Returns how many there were.
 */
export async function deleteUnused(sql: Sql, nowMs: number): Promise<number> {
  const gone = await sql.rows(
    'DELETE FROM portal_account WHERE activated_ms IS NULL AND activate_before_ms <= $1 RETURNING account_id',
    [nowMs],
  );
  return gone.length;
}
