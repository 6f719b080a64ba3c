import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isInCanonicalOrder } from '#shared/protocol/canonical-order.ts';

/** RFC 8785 (JCS) text: what is hashed and signed. Throws on what JSON cannot say (a lone surrogate). */
export function canonicalText(value: unknown): string {
  if (isInCanonicalOrder(value)) return JSON.stringify(value);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('nothing to canonicalise');
  return text;
}

export function sha256Hex(content: string | Uint8Array): string {
  return hash('sha256', content);
}
