import { z } from 'zod';
import { sha256Hex } from './op.ts';
import { verdictSchema } from './verdict.ts';

/** Proof that these ops are durable at the centre. Written once, at first reception; every later delivery gets the same bytes. */
export const opsReceiptSchema = z.object({
  kind: z.literal('ops-receipt'),
  receiptId: z.uuid(),
  stationId: z.uuid(),
  epoch: z.uuid(),
  receivedAtMs: z.number().int(),
  /** `verdict` is that of the first reception; a held op may have been accepted since. */
  items: z.array(z.object({ opId: z.uuid(), sha256: sha256Hex, verdict: verdictSchema })),
});
export type OpsReceipt = z.infer<typeof opsReceiptSchema>;

/** Proof that a file is durable at the centre, whoever sent it. */
export const blobReceiptSchema = z.object({
  kind: z.literal('blob-receipt'),
  receiptId: z.uuid(),
  sha256: sha256Hex,
  size: z.number().int().nonnegative(),
  epoch: z.uuid(),
  storedAtMs: z.number().int(),
});
export type BlobReceipt = z.infer<typeof blobReceiptSchema>;
