import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import { refusalSchema } from '#shared/protocol/refusal.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import { canonicalBytes } from '#main/domains/outbox/index.ts';
import type { HttpReply } from './http-exchange.ts';

/** A key the station trusts. */
export interface ServerIdentity {
  keyId: string;
  /** SPKI DER. */
  publicKey: Uint8Array;
}

/**
 * What the centre said, once proven to be its word: nothing in the station changes before this. Throws `server-nonsense` for
 * what no centre would say, `server-changed` when another centre says it, `server-refused` for a refusal.
 */
export function readSigned<Schema extends z.ZodType>(
  reply: HttpReply,
  server: ServerIdentity,
  schema: Schema,
): z.output<Schema> {
  const body = parseJson(reply.text);
  if (reply.status !== 200) throw refusalFrom(reply.status, body);
  const signed = signedSchema.safeParse(body);
  if (!signed.success) throw nonsense('unsigned', signed.error);
  return verifySigned(signed.data, server, schema);
}

/** For receipts, which are kept for ever: also by a key that the centre has replaced since, as this station followed it. */
export function verifyKept<Schema extends z.ZodType>(
  signed: Signed,
  server: ServerIdentity & { formerKeys: readonly ServerIdentity[] },
  schema: Schema,
): z.output<Schema> {
  const former = server.formerKeys.find(({ keyId }) => keyId === signed.keyId);
  return verifySigned(signed, former ?? server, schema);
}

/** What is said now: by the key in use and no other. */
export function verifySigned<Schema extends z.ZodType>(
  signed: Signed,
  server: ServerIdentity,
  schema: Schema,
): z.output<Schema> {
  if (signed.keyId !== server.keyId) throw new GuichetError('server-changed');
  const bytes = canonicalOf(signed.payload);
  if (!verify(null, bytes, keyOf(server), Buffer.from(signed.signature, 'base64')))
    throw nonsense('signature');
  const payload = schema.safeParse(signed.payload);
  if (!payload.success) throw nonsense('payload', payload.error);
  return payload.data;
}

/** JSON can be read that has no canonical form: a number beyond all numbers, half of a character. */
function canonicalOf(payload: unknown): Buffer {
  try {
    return canonicalBytes(payload);
  } catch (cause) {
    throw nonsense('payload', cause);
  }
}

/** Reading a key costs more than verifying with it, and every reply of a run needs the same. */
const readKeys = new WeakMap<ServerIdentity, KeyObject>();

function keyOf(server: ServerIdentity): KeyObject {
  const known = readKeys.get(server);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.from(server.publicKey), format: 'der', type: 'spki' });
  readKeys.set(server, key);
  return key;
}

export function keyIdOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
}

/** A refusal in the centre's own form. Unsigned, so it may be anybody's: it stops the run and changes nothing. */
export function refusalFrom(status: number, body: unknown): GuichetError {
  const refusal = refusalSchema.safeParse(body);
  if (status < 400 || !refusal.success) return nonsense(`HTTP ${status}`);
  const { code, message } = refusal.data;
  if (code === 'upgrade-required') return new GuichetError('version-mismatch');
  if (code === 'training-mismatch') return new GuichetError('training-mismatch');
  return new GuichetError('server-refused', { detail: { cause: message.replace(/\.$/, ''), refusal: code } });
}

export function nonsense(cause: string, error?: unknown): GuichetError {
  return new GuichetError('server-nonsense', { detail: { cause }, cause: error });
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
