import { verify } from 'node:crypto';
import { checkpointSchema, type Checkpoint, type SignedCheckpoint } from '#shared/protocol/audit.ts';
import { canonicalText, sha256Hex } from '../canonical.ts';
import { readKey, type StationKeys } from '../keys/station-keys.ts';
import type { Sql } from '../postgres/database.ts';
import { Refusal } from '../refusal.ts';

interface Sender {
  stationId: string;
  keys: StationKeys;
}

/**
 * Keeps a checkpoint, or says what it contradicts: another end at the same place, a shorter log than was signed before, a predecessor
 * that is not the one kept. Delivering the same again changes nothing. Throws Refusal `bad-request` for what the station did not sign.
 */
export async function keepCheckpoint(
  sql: Sql,
  sender: Sender,
  signed: SignedCheckpoint,
  nowMs: number,
): Promise<'kept' | 'contradicts'> {
  const { stationId } = sender;
  const checkpoint = readCheckpoint(sender, signed);
  const { entries, hash, atMs } = checkpoint;
  if (await contradicts(sql, checkpoint)) {
    await sql.rows(
      `INSERT INTO audit_contradiction (sha256, station_id, entries, canonical, signature, received_ms)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [sha256Hex(signed.canonical), stationId, entries, signed.canonical, signed.signature, nowMs],
    );
    return 'contradicts';
  }
  await sql.rows(
    `INSERT INTO audit_checkpoint (station_id, entries, hash, at_ms, canonical, signature, received_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [stationId, entries, hash, atMs, signed.canonical, signed.signature, nowMs],
  );
  return 'kept';
}

function readCheckpoint({ stationId, keys }: Sender, signed: SignedCheckpoint): Checkpoint {
  const { canonical, signature } = signed;
  const checkpoint = checkpointSchema.parse(JSON.parse(canonical));
  // Signed when it was made, whatever the station signs with now.
  const signers = [keys.current, ...keys.former.map(({ publicKey }) => publicKey)];
  const isItsOwn =
    checkpoint.stationId === stationId &&
    canonicalText(checkpoint) === canonical &&
    signers.some((key) =>
      verify(null, Buffer.from(canonical), readKey(key), Buffer.from(signature, 'base64')),
    );
  if (!isItsOwn) throw new Refusal('bad-request');
  return checkpoint;
}

async function contradicts(sql: Sql, { stationId, entries, hash, previous }: Checkpoint): Promise<boolean> {
  const kept = await sql.rows(
    `SELECT entries, hash FROM audit_checkpoint WHERE station_id = $1 AND (entries >= $2 OR entries = $3)`,
    [stationId, entries, previous?.entries ?? 0],
  );
  const at = (place: number) => kept.find((row) => row['entries'] === place)?.['hash'];
  if (at(entries) !== undefined) return at(entries) !== hash;
  if (kept.some((row) => Number(row['entries']) > entries)) return true;
  return previous !== null && at(previous.entries) !== undefined && at(previous.entries) !== previous.hash;
}
