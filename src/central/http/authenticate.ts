import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import sodium from 'sodium-native';
import { z } from 'zod';
import {
  NONCE_HEADER,
  requestText,
  SIGNATURE_HEADER,
  SIGNED_HEADERS,
  STATION_HEADER,
} from '#shared/protocol/request-signature.ts';
import { nonceText, signatureText } from '#shared/protocol/signed-reply.ts';
import { keysOf, rawKey, type StationKeys } from '../keys/station-keys.ts';
import type { Database, Row } from '../postgres/database.ts';
import { Refusal } from '../refusal.ts';
import { stationLookup } from './station-lookup.ts';

export interface EnrolledStation {
  stationId: string;
  keys: StationKeys;
  academyCode: string;
  headSeq: number;
  suspended: boolean;
  suspendedFor: string | null;
  revoked: boolean;
}

const credentialsSchema = z.object({
  [STATION_HEADER]: z.uuid(),
  [NONCE_HEADER]: nonceText,
  [SIGNATURE_HEADER]: signatureText,
});

interface AuthenticateOptions {
  /** What the signature may name as the body's hash, where whoever asks knows: that of its bytes unless told otherwise. */
  bodySha256?: readonly string[];
  /** For ops, each of which is proven by itself: a base that came from an old copy has no other key. */
  acceptsFormerKeys?: boolean;
  /** The station may be as it was a second ago (`StationLookup`). */
  acceptsRecent?: boolean;
}

/** The station that signed this request. Throws Refusal `unknown-station` or `bad-request-signature`. */
export async function authenticate(
  database: Database,
  request: FastifyRequest,
  {
    bodySha256 = [bodyHashOf(request)],
    acceptsFormerKeys = false,
    acceptsRecent = false,
  }: AuthenticateOptions = {},
): Promise<EnrolledStation> {
  const credentials = credentialsOf(request);
  const { stationId } = credentials;
  const isSignedAs = (row: Row) => {
    const { current, former } = keysOf(row);
    const keys = [current, ...(acceptsFormerKeys ? former.map(({ publicKey }) => publicKey) : [])];
    return keys.some((key) =>
      bodySha256.some((hash) => isSignedBy(request, credentials, publicKeyOf(key), hash)),
    );
  };
  const lookup = stationLookup(database);
  const recent = acceptsRecent ? lookup.recent(stationId) : undefined;
  if (recent && isSignedAs(recent)) return stationOf(stationId, recent);
  const row = await lookup.now(stationId, acceptsRecent);
  if (!row) throw new Refusal('unknown-station');
  if (isSignedAs(row)) return stationOf(stationId, row);
  await database.rows('INSERT INTO security_event (station_id, code) VALUES ($1, $2)', [
    stationId,
    'bad-request-signature',
  ]);
  throw new Refusal('bad-request-signature');
}

function stationOf(stationId: string, row: Row): EnrolledStation {
  return {
    stationId,
    keys: keysOf(row),
    academyCode: String(row['academy_code']),
    headSeq: Number(row['head_seq']),
    suspended: row['suspended_for'] !== null,
    suspendedFor: typeof row['suspended_for'] === 'string' ? row['suspended_for'] : null,
    revoked: row['revoked'] === true,
  };
}

/** For a station not known yet: the key it brings must be the one that signs. */
export function requireSignedBy(request: FastifyRequest, stationId: string, publicKey: string): void {
  const credentials = credentialsOf(request);
  const isSigned = isSignedBy(request, credentials, publicKeyOf(publicKey), bodyHashOf(request));
  if (credentials.stationId !== stationId || !isSigned) {
    throw new Refusal('bad-request-signature');
  }
}

export function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The nonce the reply must carry. */
export function nonceOf(request: FastifyRequest): string {
  const nonce = nonceText.safeParse(request.headers[NONCE_HEADER]);
  if (!nonce.success) throw new Refusal('bad-request');
  return nonce.data;
}

interface Credentials {
  stationId: string;
  nonce: string;
  signature: string;
}

function credentialsOf(request: FastifyRequest): Credentials {
  const parsed = credentialsSchema.safeParse(request.headers);
  if (!parsed.success) throw new Refusal('unknown-station');
  const { [STATION_HEADER]: stationId, [NONCE_HEADER]: nonce, [SIGNATURE_HEADER]: signature } = parsed.data;
  return { stationId, nonce, signature };
}

function isSignedBy(
  request: FastifyRequest,
  { stationId, nonce, signature }: Credentials,
  publicKey: Buffer,
  bodySha256: string,
): boolean {
  const headers = Object.fromEntries(
    SIGNED_HEADERS.map((name) => [
      name,
      typeof request.headers[name] === 'string' ? request.headers[name] : undefined,
    ]),
  );
  const text = requestText({
    method: request.method,
    path: request.url,
    stationId,
    nonce,
    bodySha256,
    headers,
  });
  // As for ops, libsodium: half the time of Node's OpenSSL.
  return sodium.crypto_sign_verify_detached(Buffer.from(signature, 'base64'), Buffer.from(text), publicKey);
}

function bodyHashOf(request: FastifyRequest): string {
  return createHash('sha256').update(bodyOf(request)).digest('hex');
}

function publicKeyOf(base64: string): Buffer {
  try {
    return rawKey(base64);
  } catch {
    throw new Refusal('bad-request');
  }
}
