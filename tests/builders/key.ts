import { randomBytes } from 'node:crypto';

/** A database key. */
export function aKey(): Uint8Array {
  return randomBytes(32);
}
