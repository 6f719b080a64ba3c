import { z } from 'zod';
import { nonceText, publicKeyText, signatureText } from './signed-reply.ts';

/**
 * A station's new signing key, introduced by the one before: which places of its chain the old one has signed, and none after. Whoever knows
 * any of its keys can follow to the newest.
 */
export const stationKeySchema = z.object({
  kind: z.literal('station-key'),
  stationId: z.uuid(),
  publicKey: publicKeyText,
  /** The public key that signs this. */
  replaces: publicKeyText,
  /** Place of the last op that key signed. */
  lastSeq: z.number().int().nonnegative(),
  madeAtMs: z.number().int(),
});
export type StationKeyStatement = z.infer<typeof stationKeySchema>;

export const signedStationKeySchema = z.strictObject({
  statement: stationKeySchema,
  /** Of the key it replaces, over the canonical form of the statement. */
  signature: signatureText,
  /** Of the new key over the same: whoever introduces it holds it. */
  proof: signatureText,
});
export type SignedStationKey = z.infer<typeof signedStationKeySchema>;

/** All of one identity, oldest first. */
export const stationKeysSchema = z.array(signedStationKeySchema).max(200);

/** `POST /v1/stations/keys`, signed by the newest of them. */
export const stationKeysRequestSchema = z.object({ keys: stationKeysSchema.min(1) });

export const stationKeysReplySchema = z.object({
  kind: z.literal('station-keys'),
  nonce: nonceText,
  /** The one the centre now knows the station by. */
  publicKey: publicKeyText,
});
export type StationKeysReply = z.infer<typeof stationKeysReplySchema>;
