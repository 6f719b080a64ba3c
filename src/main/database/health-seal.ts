import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomFillSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';

/**
 * What a slot opens is the key of the base and, for those entitled to what tells of health, a second random key after it, of the same
 * length. Whoever holds the first alone reads the base and finds these columns sealed.
 */
export const KEY_BYTES = 32;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Before the base64 of a sealed text. None of our own texts begins so. */
const MARK = '~1:';
const LENGTH_BYTES = 4;
/** Lengths are rounded up to this: a yes and a no must not be told apart by their size. */
const GRAIN_BYTES = 128;

type Sealable = string | Uint8Array;
/** With its bytes, each box costs thirteen microseconds more: Node finds by an exception that they are no object of its own. */
export type SealingKey = KeyObject | Uint8Array;

/** The health key of a station key; undefined for whom it was not given. A view, overwritten with the key itself. */
export function healthKeyOf(stationKey: Uint8Array): Uint8Array | undefined {
  return stationKey.length > KEY_BYTES ? stationKey.subarray(KEY_BYTES) : undefined;
}

/** The station key of somebody who is not entitled. */
export function withoutHealth(stationKey: Uint8Array): Uint8Array {
  return stationKey.slice(0, KEY_BYTES);
}

/** A new station key for the same base. */
export function withNewHealthKey(databaseKey: Uint8Array): Uint8Array {
  // Written in its place: no copy is left that nobody overwrites.
  const key = new Uint8Array(2 * KEY_BYTES);
  key.set(databaseKey.subarray(0, KEY_BYTES));
  return randomFillSync(key, KEY_BYTES);
}

export function isSealed(value: Sealable): boolean {
  // The only bytes that are sealed are keys, and a key is shorter than its box.
  return typeof value === 'string' ? value.startsWith(MARK) : value.length > KEY_BYTES;
}

/** `place`: the row it belongs to; it opens in no other. */
export function seal<T extends Sealable>(value: T, place: string, key: SealingKey): T {
  return sealWith(value, place, key, freshNonce());
}

/** The same text at the same place gives the same: for what must be found again without being read. */
export function sealAlike(text: string, place: string, key: SealingKey): string {
  const nonce = createHmac('sha256', key).update(`alike ${place.length} ${place} ${text}`).digest();
  return sealWith(text, place, key, nonce.subarray(0, NONCE_BYTES));
}

/** What was never sealed is given back as it is. Throws `database-damaged` for another place, another key, a changed byte. */
export function unseal(value: Sealable, place: string, key: SealingKey): Sealable {
  if (!isSealed(value)) return value;
  const opened = unsealBytes(value, place, key);
  return typeof value === 'string' ? opened.toString('utf8') : opened;
}

/** Of a sealed text, its UTF-8: what is only sent need not become a text. Throws as `unseal` does. */
export function unsealBytes(value: Sealable, place: string, key: SealingKey): Buffer {
  return typeof value === 'string' ? openText(value, place, key) : openBox(value, place, key);
}

/** Proves that its holder has the health key, and says nothing of it. */
export function healthMark(key: Uint8Array, of: string): Uint8Array {
  return new Uint8Array(createHmac('sha256', key).update(`mark ${of}`).digest());
}

export function isHealthMark(mark: unknown, key: Uint8Array, of: string): boolean {
  return mark instanceof Uint8Array && mark.length === 32 && timingSafeEqual(mark, healthMark(key, of));
}

// Asking the system for twelve bytes costs as much as sealing a text with them.
const nonces = { pool: Buffer.alloc(512 * NONCE_BYTES), used: 512 * NONCE_BYTES };

/** Random bytes that were never given before; a view, to be read at once. */
function freshNonce(): Uint8Array {
  if (nonces.used === nonces.pool.length) {
    randomFillSync(nonces.pool);
    nonces.used = 0;
  }
  nonces.used += NONCE_BYTES;
  return nonces.pool.subarray(nonces.used - NONCE_BYTES, nonces.used);
}

function sealWith<T extends Sealable>(value: T, place: string, key: SealingKey, nonce: Uint8Array): T {
  const clear = typeof value === 'string' ? padded(value) : value;
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const box = Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  return (typeof value === 'string' ? MARK + box.toString('base64') : box) as T;
}

function padded(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.alloc(Math.ceil((LENGTH_BYTES + length) / GRAIN_BYTES) * GRAIN_BYTES);
  bytes.writeUInt32LE(length);
  bytes.write(text, LENGTH_BYTES);
  return bytes;
}

function openText(sealed: string, place: string, key: SealingKey): Buffer {
  const padded = openBox(Buffer.from(sealed.slice(MARK.length), 'base64'), place, key);
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + padded.readUInt32LE(0));
}

function openBox(box: Uint8Array, place: string, key: SealingKey): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(place)).setAuthTag(box.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new GuichetError('database-damaged', { detail: { column: 'sealed' }, cause });
  }
}
