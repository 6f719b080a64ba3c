import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { SignedStationKey } from '#shared/protocol/station-keys.ts';
import { canonicalText } from '../canonical.ts';
import type { Sql } from '../postgres/database.ts';

/** What a station signs with, and what it signed with before. */
export interface StationKeys {
  /** Base64 of SPKI DER. */
  current: string;
  /** Oldest first, each with the last place of the chain it signed. */
  former: readonly { publicKey: string; lastSeq: number }[];
}

/** Column of a row of `station`: its former keys, as `key place`. */
export const FORMER_KEYS = `ARRAY(SELECT f.public_key || ' ' || f.last_seq FROM former_station_key f
  WHERE f.station_id = station.station_id AND f.last_seq IS NOT NULL ORDER BY f.ordinal) AS former_keys`;

export function keysOf(row: Record<string, unknown>): StationKeys {
  const former = (row['former_keys'] as string[]).map((text) => {
    const [publicKey = '', place] = text.split(' ');
    return { publicKey, lastSeq: Number(place) };
  });
  return { current: String(row['public_key']), former };
}

/** The key that an op at this place must be signed with: its 32 bytes. */
export function rawKeyAt({ current, former }: StationKeys, stationSeq: number): Buffer {
  return rawKey(former.find(({ lastSeq }) => stationSeq <= lastSeq)?.publicKey ?? current);
}

/**
 * Follows from the key that is known. `forked`: a key that was replaced already introduces another, so two hold it; `unproven`: nothing
 * leads on from what is known.
 */
export function followKeys(
  known: StationKeys,
  stationId: string,
  introductions: readonly SignedStationKey[],
): { keys: StationKeys; added: readonly SignedStationKey[] } | 'forked' | 'unproven' {
  const added: SignedStationKey[] = [];
  let keys = known;
  for (const signed of introductions) {
    const { publicKey, replaces, lastSeq } = signed.statement;
    if (!isProven(signed, stationId)) return 'unproven';
    const isKnown =
      publicKey === keys.current || keys.former.some((former) => former.publicKey === publicKey);
    if (isKnown) continue;
    if (replaces !== keys.current)
      return keys.former.some((former) => former.publicKey === replaces) ? 'forked' : 'unproven';
    if (lastSeq < (keys.former.at(-1)?.lastSeq ?? 0)) return 'unproven';
    keys = { current: publicKey, former: [...keys.former, { publicKey: replaces, lastSeq }] };
    added.push(signed);
  }
  return { keys, added };
}

/** The last key that leads on from any of those known, for a station that proves only who it was: adopts nothing. */
export function provenKey(
  known: StationKeys,
  stationId: string,
  introductions: readonly SignedStationKey[],
): string {
  const believed = new Set([known.current, ...known.former.map(({ publicKey }) => publicKey)]);
  let last = known.current;
  for (const signed of introductions) {
    const { publicKey, replaces } = signed.statement;
    if (!believed.has(replaces) || !isProven(signed, stationId)) break;
    believed.add(publicKey);
    last = publicKey;
  }
  return last;
}

/** Adopts what leads on, with its proof. Call it inside a transaction; a fork suspends the station, and must be committed. */
export async function adoptKeys(
  sql: Sql,
  stationId: string,
  introductions: readonly SignedStationKey[],
  nowMs: number,
): Promise<StationKeys | 'unknown' | 'forked' | 'unproven'> {
  const [row] = await sql.rows(
    `SELECT public_key, ${FORMER_KEYS} FROM station WHERE station_id = $1 FOR UPDATE`,
    [stationId],
  );
  if (!row) return 'unknown';
  const followed = followKeys(keysOf(row), stationId, introductions);
  if (followed === 'unproven') return followed;
  if (followed === 'forked') {
    await sql.rows(
      `UPDATE station SET suspended_for = coalesce(suspended_for, 'key-forked') WHERE station_id = $1`,
      [stationId],
    );
    await sql.rows(`INSERT INTO security_event (station_id, code) VALUES ($1, 'key-forked')`, [stationId]);
    return followed;
  }
  for (const signed of followed.added) {
    const { publicKey, replaces, lastSeq } = signed.statement;
    await sql.rows(
      `INSERT INTO former_station_key (public_key, station_id, replaced_ms, last_seq, statement) VALUES ($1, $2, $3, $4, $5)`,
      [replaces, stationId, nowMs, lastSeq, JSON.stringify(signed)],
    );
    await sql.rows('UPDATE station SET public_key = $2 WHERE station_id = $1', [stationId, publicKey]);
  }
  return followed.keys;
}

function isProven({ statement, signature, proof }: SignedStationKey, stationId: string): boolean {
  if (statement.stationId !== stationId) return false;
  const text = Buffer.from(canonicalText(statement));
  const isBy = (publicKey: string, made: string) =>
    verify(null, text, readKey(publicKey), Buffer.from(made, 'base64'));
  try {
    return isBy(statement.replaces, signature) && isBy(statement.publicKey, proof);
  } catch {
    // Not a key at all.
    return false;
  }
}

interface KeptKey {
  key: KeyObject;
  raw: Buffer;
}

/** Reading a key costs as much as verifying with it, and a station asks often. Found by its own text, so never out of date. */
const keptKeys = new Map<string, KeptKey>();
const KEYS_KEPT = 2_000;
const RAW_BYTES = 32;

/** Throws what is no key of ed25519. */
export function readKey(base64: string): KeyObject {
  return keptKey(base64).key;
}

/** Its 32 bytes. Throws what is no key of ed25519. */
export function rawKey(base64: string): Buffer {
  return keptKey(base64).raw;
}

function keptKey(base64: string): KeptKey {
  const known = keptKeys.get(base64);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not a key of ed25519');
  // RFC 8410: the key itself is what its SPKI ends with.
  const kept = { key, raw: key.export({ format: 'der', type: 'spki' }).subarray(-RAW_BYTES) };
  if (keptKeys.size >= KEYS_KEPT) keptKeys.clear();
  keptKeys.set(base64, kept);
  return kept;
}
