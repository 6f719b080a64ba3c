import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Fits in a URL fragment and in a WebSocket subprotocol as it is. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes the same time whatever differs, so that a token cannot be guessed byte by byte. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
