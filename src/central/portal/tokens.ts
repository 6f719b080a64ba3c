import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../canonical.ts';
import type { Sql } from '../postgres/database.ts';

/** A link of a mail: 256 random bits, of which the base keeps a hash. */
export async function newToken(sql: Sql, accountId: string, expiresMs: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql.rows('INSERT INTO portal_token VALUES ($1, $2, $3)', [sha256Hex(token), accountId, expiresMs]);
  return token;
}

export async function findTokenAccount(sql: Sql, nowMs: number, token: string): Promise<string | undefined> {
  const [row] = await sql.rows(
    'SELECT account_id FROM portal_token WHERE token_hash = $1 AND expires_ms > $2',
    [sha256Hex(token), nowMs],
  );
  return row && String(row['account_id']);
}

/**
 * Sets the password once: every link of the account is spent with it. Undefined when the link was spent or is too old.
 */
export async function setPassword(
  sql: Sql,
  nowMs: number,
  token: string,
  passwordHash: string,
): Promise<string | undefined> {
  const [row] = await sql.rows(
    `UPDATE portal_account SET password_hash = $3, activated_ms = coalesce(activated_ms, $2)
     WHERE account_id = (SELECT account_id FROM portal_token WHERE token_hash = $1 AND expires_ms > $2) RETURNING account_id`,
    [sha256Hex(token), nowMs, passwordHash],
  );
  if (!row) return undefined;
  await sql.rows('DELETE FROM portal_token WHERE account_id = $1', [row['account_id']]);
  return String(row['account_id']);
}
