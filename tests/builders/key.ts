import { randomBytes } from 'node:crypto';

/** A station key: that of a base, and that of what tells of health in it. */
export function aKey(): Uint8Array {
  return randomBytes(64);
}
