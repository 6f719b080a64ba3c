import { z } from 'zod';

/** Base64 of an ed25519 signature. */
export const signatureText = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);
/** First 16 hexadecimal digits of the SHA-256 of the public key (SPKI DER). */
export const keyIdText = z.string().regex(/^[0-9a-f]{16}$/);
/** Base64 of an ed25519 public key in SPKI DER (44 bytes). */
export const publicKeyText = z.string().regex(/^[A-Za-z0-9+/]{59}=$/);
/** Drawn by the station for each request and returned signed: an old reply cannot be played again. */
export const nonceText = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * What the centre says, signed over the canonical (JCS) bytes of `payload`: the 200 of a captive portal acknowledges
 * nothing. Each payload carries its `kind`, so that one signed thing cannot pass for another.
 */
export const signedSchema = z.strictObject({
  keyId: keyIdText,
  payload: z.record(z.string(), z.unknown()),
  signature: signatureText,
});
export type Signed = z.infer<typeof signedSchema>;
