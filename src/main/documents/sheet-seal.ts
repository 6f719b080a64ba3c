import { createHmac, timingSafeEqual } from 'node:crypto';

const SEAL_BYTES = 10;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The check of a printed code: HMAC-SHA256 of its body cut to 80 bits, in 16 base32 letters (RFC 4648). 80 bits cannot be
 * guessed by printing sheets, and keep the code small enough for large modules.
 */
export function sealSheetCode(key: Uint8Array, body: string): string {
  return base32(sealBytes(key, body));
}

/** Takes the same time whatever the check, so that it cannot be found letter by letter. */
export function verifySheetCode(key: Uint8Array, body: string, check: string): boolean {
  const expected = Buffer.from(sealSheetCode(key, body));
  const given = Buffer.from(check);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sealBytes(key: Uint8Array, body: string): Uint8Array {
  return createHmac('sha256', key).update(body, 'utf8').digest().subarray(0, SEAL_BYTES);
}

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((group) => BASE32[Number.parseInt(group, 2)]).join('');
}
