import { z } from 'zod';
import { MAX_IDS_PER_REQUEST } from './limits.ts';
import { sha256Hex } from './op.ts';
import { publicKeyText, signatureText } from './signed-reply.ts';
import { stationKeysSchema } from './station-keys.ts';

const shortText = z.string().trim().min(1).max(80);

/** Where a chain goes on: the place of its next op, and the hash of what that follows. */
export const chainStartSchema = z.object({ nextSeq: z.number().int().positive(), previousHash: sha256Hex });
export type ChainStart = z.infer<typeof chainStartSchema>;

/** Asks for a place at the centre. Signed, like every request, by the key it brings: proof that the station holds it. */
export const enrolmentRequestSchema = z.object({
  code: z.string().max(60),
  stationId: z.uuid(),
  publicKey: publicKeyText,
  name: shortText,
  office: shortText,
  academyCode: z.string().regex(/^\d{2}$/),
  training: z.boolean(),
  /** The block the station has been giving numbers from since its set-up (docs/adr/0004). */
  claimedBlock: z.string().regex(/^\d{4}$/),
  /** Of a station attached again: who it was, and where its chain goes on. */
  replaces: chainStartSchema
    .extend({
      stationId: z.uuid(),
      /** By the former key, over `successorText`. */
      signature: signatureText,
      /** How its keys followed each other, where the centre may not know the last. */
      keys: stationKeysSchema.optional(),
    })
    .optional(),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** What the former key signs: that this new identity goes on where it ends. */
export function successorText(request: {
  stationId: string;
  publicKey: string;
  replaces: { stationId: string; nextSeq: number; previousHash: string };
}): string {
  const { stationId, publicKey, replaces } = request;
  const { nextSeq, previousHash } = replaces;
  return ['GUICHET-SUCCESSOR-1', replaces.stationId, stationId, publicKey, nextSeq, previousHash].join('\n');
}

/** One line of `POST /v1/ops`: exactly `{"op":<canonical bytes>,"signature":"<base64>"}`. */
export const opLineSchema = z.strictObject({
  op: z.record(z.string(), z.unknown()),
  signature: signatureText,
});

export function opLine(canonical: string, signature: string): string {
  return `{"op":${canonical},"signature":"${signature}"}`;
}

export const opsStatusRequestSchema = z.object({ opIds: z.array(z.uuid()).max(MAX_IDS_PER_REQUEST) });
export const blobsMissingRequestSchema = z.object({ sha256: z.array(sha256Hex).max(MAX_IDS_PER_REQUEST) });

/** Receipts the station keeps, each with its signature. */
export const keptReceipts = z
  .array(z.object({ receiptId: z.uuid(), signature: signatureText }))
  .max(MAX_IDS_PER_REQUEST);

/** The centre says which of them it holds too. */
export const receiptsConfirmRequestSchema = z.object({ receipts: keptReceipts });
