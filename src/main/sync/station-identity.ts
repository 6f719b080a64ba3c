import { createPrivateKey, type KeyObject } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import type { ChainStart } from '#shared/protocol/requests.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';

/** Who this station is to the centre. */
export interface StationIdentity {
  stationId: string;
  privateKey: KeyObject;
  /** Base64 of SPKI DER. */
  publicKey: string;
  name: string;
  office: string;
  academyCode: string;
  block: string;
  training: boolean;
}

export function readIdentity(database: ReadableDatabase): StationIdentity {
  return toIdentity(database.get('SELECT * FROM station WHERE id = 1') ?? {});
}

/** Where the chain of this identity begins, if it took the place of another. */
export function chainStart(database: ReadableDatabase): ChainStart | undefined {
  const row = database.get(
    `SELECT next_seq, previous_hash FROM former_identity f JOIN station s ON s.id = 1 AND f.replaced_by = s.station_id
     WHERE next_seq IS NOT NULL`,
  );
  return row && { nextSeq: numberOf(row, 'next_seq'), previousHash: textOf(row, 'previous_hash') };
}

/** Refuses what was addressed to another. Throws `receipt-former` for what this one no longer is, else `receipt-elsewhere`. */
export function requireAddressee(database: ReadableDatabase, stationId: string): void {
  if (database.get('SELECT 1 FROM station WHERE station_id = ?', stationId)) return;
  const wasHere = database.get('SELECT 1 FROM former_identity WHERE station_id = ?', stationId);
  throw new GuichetError(wasHere ? 'receipt-former' : 'receipt-elsewhere');
}

/** Who it was to a centre before it was rebuilt from a copy, with the places of the ops it signed then. Oldest first. */
export function formerIdentities(
  database: ReadableDatabase,
  serverKeyId: string,
): { identity: StationIdentity; places: { after: number; last: number } }[] {
  return database
    .all(
      `SELECT s.name, s.office, s.academy_code, s.training, f.* FROM former_chain f, station s
       WHERE f.server_key_id = ? OR f.server_key_id IN (SELECT key_id FROM former_server_key) ORDER BY f.first_place`,
      serverKeyId,
    )
    .map((row) => ({
      identity: toIdentity(row),
      places: { after: numberOf(row, 'first_place') - 1, last: numberOf(row, 'last_place') },
    }));
}

function toIdentity(row: Row): StationIdentity {
  return {
    stationId: textOf(row, 'station_id'),
    privateKey: createPrivateKey({
      key: Buffer.from(bytesOf(row, 'signing_key')),
      format: 'der',
      type: 'pkcs8',
    }),
    publicKey: Buffer.from(bytesOf(row, 'signing_public_key')).toString('base64'),
    name: textOf(row, 'name'),
    office: textOf(row, 'office'),
    academyCode: textOf(row, 'academy_code'),
    block: textOf(row, 'block'),
    training: numberOf(row, 'training') === 1,
  };
}
