import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import {
  signedStationKeySchema,
  type SignedStationKey,
  type StationKeyStatement,
} from '#shared/protocol/station-keys.ts';
import type { StationContext } from '#main/context.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { canonicalBytes } from '#main/domains/outbox/index.ts';
import { getCentralServer } from './central-server-store.ts';
import { chainEnd } from './enrolment-request.ts';
import { readIdentity } from './station-identity.ts';
import { keyIdOf } from './verify-reply.ts';

/**
 * The station signs with a new key from now on. The old one introduces it, says which was the last op it signed, and is forgotten: all in one
 * transaction, so that whatever stops the program there is one usable key. The centre is told by the line or by the next batch. Throws
 * `not-enrolled`; `version-mismatch` where the centre is not known to follow.
 */
export function rotateKey({ database, clock }: Pick<StationContext, 'database' | 'clock'>): {
  keyId: string;
} {
  return database.transaction(() => {
    if (!getCentralServer(database).takesStationKeys)
      throw new GuichetError('version-mismatch', { detail: { older: 'centre' } });
    const { stationId, publicKey: replaces, privateKey } = readIdentity(database);
    const fresh = generateKeyPairSync('ed25519').privateKey;
    const spki = createPublicKey(fresh).export({ format: 'der', type: 'spki' });
    const statement: StationKeyStatement = {
      kind: 'station-key',
      lastSeq: chainEnd(database).nextSeq - 1,
      madeAtMs: clock.nowMs(),
      publicKey: spki.toString('base64'),
      replaces,
      stationId,
    };
    const text = canonicalBytes(statement);
    const signed: SignedStationKey = {
      statement,
      signature: sign(null, text, privateKey).toString('base64'),
      proof: sign(null, text, fresh).toString('base64'),
    };
    database.run(
      'INSERT INTO station_key_change (station_id, signed, made_at_ms) VALUES (?, ?, ?)',
      stationId,
      JSON.stringify(signed),
      statement.madeAtMs,
    );
    database.run(
      'UPDATE station SET signing_key = ?, signing_public_key = ? WHERE id = 1',
      fresh.export({ format: 'der', type: 'pkcs8' }),
      spki,
    );
    return { keyId: keyIdOf(spki) };
  });
}

/** How the keys of the present identity followed each other, oldest first. */
export function keyChanges(database: ReadableDatabase): SignedStationKey[] {
  return database
    .all(
      'SELECT signed FROM station_key_change c JOIN station s ON s.id = 1 AND s.station_id = c.station_id ORDER BY c.id',
    )
    .map((row) => signedStationKeySchema.parse(JSON.parse(textOf(row, 'signed'))));
}

/** Since when the station signs with the key it has: its own beginning, its attachment anew, or the last change. */
export function keySinceMs(database: ReadableDatabase): number {
  const row = database.get(
    `SELECT max(since) AS since FROM (SELECT s.created_at_ms AS since FROM station s
       UNION ALL SELECT f.replaced_at_ms FROM former_identity f JOIN station s ON f.replaced_by = s.station_id
       UNION ALL SELECT c.made_at_ms FROM station_key_change c JOIN station s USING (station_id))`,
  );
  return numberOf(row ?? {}, 'since');
}

/** Whether there is one that the centre has not answered for. */
export function hasUntoldKeys(database: ReadableDatabase): boolean {
  const row = database.get(
    'SELECT 1 FROM station_key_change c JOIN station s ON s.id = 1 AND s.station_id = c.station_id WHERE told_at_ms IS NULL',
  );
  return row !== undefined;
}

/** One that was made while these travelled is not told yet. */
export function noteKeysTold(
  database: WritableDatabase,
  told: readonly SignedStationKey[],
  atMs: number,
): void {
  for (const key of told)
    database.run(
      'UPDATE station_key_change SET told_at_ms = ? WHERE told_at_ms IS NULL AND signed = ?',
      atMs,
      JSON.stringify(key),
    );
}
