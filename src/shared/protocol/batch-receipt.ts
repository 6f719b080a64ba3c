import { z } from 'zod';
import { sha256Hex } from './op.ts';
import { opsReplySchema } from './replies.ts';
import { introductionsSchema } from './server-keys.ts';
import { signedSchema } from './signed-reply.ts';

/**
 * What comes back on the key, signed whole: for each op of a volume what `POST /v1/ops` would have answered, and the receipts of ops and
 * files. A station believes it as it believes a reply.
 */
export const batchReceiptSchema = z.object({
  kind: z.literal('batch-receipt'),
  batchId: sha256Hex,
  volume: z.object({ number: z.number().int().positive(), count: z.number().int().positive() }),
  manifestSha256: sha256Hex,
  stationId: z.uuid(),
  epoch: z.uuid(),
  importedAtMs: z.number().int(),
  verdicts: opsReplySchema.shape.verdicts,
  receipts: z.array(signedSchema),
  /** Signed `blob-receipt`s, one for each file the centre holds. */
  blobReceipts: z.array(signedSchema),
  /** Of the receipts the manifest names, those the centre holds; null when it names none, absent at older centres. */
  confirmed: z.array(z.uuid()).nullable().default(null),
  /** How the key that signs this follows from older ones, for a station that has not heard of it. */
  introductions: introductionsSchema.default([]),
});
export type BatchReceipt = z.infer<typeof batchReceiptSchema>;

/** A receipt of fifty thousand ops has some 20 MB. */
export const MAX_RECEIPT_BYTES = 64 * 1024 * 1024;

/** What the printed code says of a volume, when no key goes back. It names no op, so it settles none. */
export const receiptCodeSchema = z.object({
  kind: z.literal('batch-receipt-code'),
  batchId: sha256Hex,
  volume: z.object({ number: z.number().int().positive(), count: z.number().int().positive() }),
  stationId: z.uuid(),
  received: z.number().int().nonnegative(),
  refused: z.number().int().nonnegative(),
  scans: z.number().int().nonnegative(),
  importedAtMs: z.number().int(),
});
export type ReceiptCode = z.infer<typeof receiptCodeSchema>;

const MARK = 'GUICHET-LOT-1';

/** The text of the code: figures in a fixed order, then key and signature of the canonical form they stand for. */
export function receiptCodeText(code: ReceiptCode, keyId: string, signature: string): string {
  const { batchId, volume, stationId, received, refused, scans, importedAtMs } = code;
  const figures = [volume.number, volume.count, received, refused, scans, importedAtMs];
  return [MARK, batchId, stationId, ...figures, keyId, signature].join(' ');
}

/** Undefined for what is not such a text; what it says is not proven yet. */
export function readReceiptCode(text: string): z.infer<typeof signedSchema> | undefined {
  const [mark, batchId, stationId, ...rest] = text.trim().split(/\s+/);
  const [number, count, received, refused, scans, importedAtMs] = rest.slice(0, 6).map(Number);
  const [keyId, signature] = rest.slice(6);
  const payload = receiptCodeSchema.safeParse({
    kind: 'batch-receipt-code',
    batchId,
    stationId,
    volume: { number, count },
    received,
    refused,
    scans,
    importedAtMs,
  });
  const signed = signedSchema.safeParse({ keyId, payload: payload.data, signature });
  return mark === MARK && rest.length === 8 && payload.success ? signed.data : undefined;
}
