/** An encrypted file is a nonce, the ciphered bytes, and the tag that proves them (AES-256-GCM). */
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
