import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { successorText, type ChainStart, type EnrolmentRequest } from '#shared/protocol/requests.ts';
import type { SignedStationKey } from '#shared/protocol/station-keys.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import type { StationIdentity } from './station-identity.ts';

/** What a station says of itself to be taken in; `code` is none when the request travels as a file. */
export function firstRequest(identity: StationIdentity, code: string): EnrolmentRequest {
  const { stationId, publicKey, name, office, academyCode, training, block } = identity;
  return { code, stationId, publicKey, name, office, academyCode, training, claimedBlock: block };
}

/** Who the station will be, once the centre has taken it in again. */
export interface NextIdentity {
  stationId: string;
  privateKey: KeyObject;
  /** Base64 of SPKI DER. */
  publicKey: string;
}

/** The identity that was asked for and not used yet. */
export function askedIdentity(database: ReadableDatabase): NextIdentity | undefined {
  const kept = database.get('SELECT next_signing_key AS key FROM station WHERE id = 1')?.['key'];
  if (!(kept instanceof Uint8Array)) return undefined;
  return identityOf(createPrivateKey({ key: Buffer.from(kept), format: 'der', type: 'pkcs8' }));
}

/**
 * The same until it is used: a request whose answer was lost is asked again for the very same identity. Its id follows from its key, so
 * that one value is all there is to keep.
 */
export function nextIdentity(database: WritableDatabase): NextIdentity {
  const asked = askedIdentity(database);
  if (asked) return asked;
  const { privateKey } = generateKeyPairSync('ed25519');
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  database.run('UPDATE station SET next_signing_key = ? WHERE id = 1', der);
  return identityOf(privateKey);
}

function identityOf(privateKey: KeyObject): NextIdentity {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { stationId: idOf(spki), privateKey, publicKey: spki.toString('base64') };
}

/** A UUID of version 8 (RFC 9562): its bits are ours to choose. */
function idOf(spki: Uint8Array): string {
  const hex = createHash('sha256').update(spki).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Where the chain of the station goes on now. */
export function chainEnd(database: ReadableDatabase): ChainStart {
  const row = database.get('SELECT next_station_seq, last_op_hash FROM station WHERE id = 1') ?? {};
  return { nextSeq: numberOf(row, 'next_station_seq'), previousHash: textOf(row, 'last_op_hash') };
}

/** Asks to go on under a new identity, where the chain of the present one ends now. */
export function successorRequest(
  database: ReadableDatabase,
  { identity, keys }: { identity: StationIdentity; keys: readonly SignedStationKey[] },
  next: NextIdentity,
  code: string,
): EnrolmentRequest {
  const { stationId, publicKey } = next;
  const replaces = { stationId: identity.stationId, ...chainEnd(database) };
  const text = Buffer.from(successorText({ stationId, publicKey, replaces }));
  const signature = sign(null, text, identity.privateKey).toString('base64');
  return {
    ...firstRequest(identity, code),
    stationId,
    publicKey,
    replaces: { ...replaces, signature, ...(keys.length > 0 ? { keys: [...keys] } : {}) },
  };
}
