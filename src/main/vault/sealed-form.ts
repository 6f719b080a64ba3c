import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

/** What is sealed, a file or what a box holds, is a nonce, the ciphered bytes, and the tag that proves them (AES-256-GCM). */
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** The name it goes by, or what it is for, is proven with its bytes. */
export function seal(content: Uint8Array, key: Uint8Array, id: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

/** The clear bytes. Throws when a byte, the key or the name is another. */
export function openSealed(sealed: Buffer, key: Uint8Array, id: string): Uint8Array<ArrayBuffer> {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(id));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const clear = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  // A stream cipher holds nothing back: this only proves what came before.
  decipher.final();
  return new Uint8Array(clear.buffer, clear.byteOffset, clear.length);
}
