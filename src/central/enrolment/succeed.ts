import { verify } from 'node:crypto';
import { successorText, type ChainStart, type EnrolmentRequest } from '#shared/protocol/requests.ts';
import { FORMER_KEYS, keysOf, provenKey, readKey } from '../keys/station-keys.ts';
import { Refusal } from '../refusal.ts';
import type { Sql } from '../postgres/database.ts';

/** `suspended_for` of a station whose place another took. */
const REPLACED = 'replaced';

/**
 * A station attached again, after it was suspended or moved to another machine: a new identity goes on where the former one ends, which
 * is stopped for ever. The code says that a person allowed it, the former key that it is that station. Throws Refusal.
 */
export async function succeed(
  sql: Sql,
  request: EnrolmentRequest,
  replaces: NonNullable<EnrolmentRequest['replaces']>,
): Promise<void> {
  const [former] = await sql.rows(
    `SELECT public_key, ${FORMER_KEYS} FROM station WHERE station_id = $1 FOR UPDATE`,
    [replaces.stationId],
  );
  if (!former) throw new Refusal('unknown-station');
  const keys = keysOf(former);
  const text = Buffer.from(successorText({ ...request, replaces }));
  const isSignedBy = (key: string) =>
    verify(null, text, readKey(key), Buffer.from(replaces.signature, 'base64'));
  if (!isSignedBy(provenKey(keys, replaces.stationId, replaces.keys ?? []))) {
    const isOlder = keys.former.some(({ publicKey }) => isSignedBy(publicKey));
    throw new Refusal(isOlder ? 'request-outdated' : 'bad-request-signature');
  }
  await sql.rows(
    `UPDATE station SET suspended_for = '${REPLACED}' WHERE station_id = $1 AND revoked_at_ms IS NULL`,
    [replaces.stationId],
  );
  await sql.rows('UPDATE station SET replaces = $2 WHERE station_id = $1', [
    request.stationId,
    replaces.stationId,
  ]);
  await moveStart(sql, request.stationId, replaces);
}

/** The chain goes on from there: its numbers never go back. Once something has come, it stays where it began. */
export async function moveStart(
  sql: Sql,
  stationId: string,
  { nextSeq, previousHash }: ChainStart,
): Promise<void> {
  await sql.rows(
    `UPDATE station SET head_seq = $2, head_hash = $3
     WHERE station_id = $1 AND NOT EXISTS (SELECT 1 FROM op WHERE op.station_id = $1)`,
    [stationId, nextSeq - 1, previousHash],
  );
}

/**
 * The chain of a station attached again by file moved on while its request travelled: where it begins is told once more, signed by the new
 * key. Never further back, and not once something of it has come.
 */
export async function tellStart(sql: Sql, stationId: string, start: ChainStart): Promise<void> {
  await sql.rows(
    `UPDATE station SET head_seq = $2, head_hash = $3 WHERE station_id = $1 AND replaces IS NOT NULL AND head_seq < $2
       AND NOT EXISTS (SELECT 1 FROM op WHERE op.station_id = $1)`,
    [stationId, start.nextSeq - 1, start.previousHash],
  );
}

/** SQL for a station and all those whose place it took, as `line (station_id)`; `$n` is its id. */
export function lineOf(parameter: string): string {
  return `WITH RECURSIVE line (station_id) AS (SELECT ${parameter}::uuid
    UNION SELECT s.replaces FROM station s JOIN line USING (station_id) WHERE s.replaces IS NOT NULL)`;
}
