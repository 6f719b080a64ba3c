import { z } from 'zod';
import { keyIdText, publicKeyText, signedSchema } from './signed-reply.ts';

/**
 * How a centre's new signing key is introduced: a statement signed by the key before it. Who has pinned any of its keys can follow to the
 * newest, and nobody else can lead anywhere.
 */
export const serverKeySchema = z.object({
  kind: z.literal('server-key'),
  keyId: keyIdText,
  publicKey: publicKeyText,
  /** The key that signs this. */
  replaces: keyIdText,
  madeAtMs: z.number().int(),
});
export type ServerKeyStatement = z.infer<typeof serverKeySchema>;

/** Oldest first. More than this many keys is no centre. */
export const introductionsSchema = z.array(signedSchema).max(200);

/** `GET /v1/keys`: not signed as a whole, since each of them proves itself. */
export const keysReplySchema = z.object({ introductions: introductionsSchema });
