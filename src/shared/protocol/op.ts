import { z } from 'zod';
import { fieldChangeSchema } from '../contract/registrations.ts';

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** A file that goes with an op: it travels apart, by its hash. */
export const blobReferenceSchema = z.strictObject({
  sha256: sha256Hex,
  size: z.number().int().nonnegative(),
  type: z.enum(['image/jpeg', 'image/png', 'image/tiff', 'application/pdf']),
  pages: z.number().int().positive(),
});
export type BlobReference = z.infer<typeof blobReferenceSchema>;

/**
 * One change a station made, as it is signed and sent (docs/protocol/). Its canonical bytes are RFC 8785 (JCS) of this
 * object; ed25519 signs them. Unknown members are kept: a newer station may say more than this centre understands.
 */
export const opSchema = z.looseObject({
  schema: z.literal(1),
  opId: z.uuid(),
  recordId: z.uuid(),
  registrationNumber: z.string().regex(/^\d{15}$/),
  candidateNumber: z.string().regex(/^\d{12}$/),
  kind: z.enum(['create', 'amend', 'cancel', 'attach', 'resolve']),
  /** Version of the registration after this op. */
  version: z.number().int().positive(),
  /** Version at the centre that the station knew of when it was made; null before any. */
  baseVersion: z.number().int().nullable(),
  /** The station's previous op on the same record. */
  parentOp: z.uuid().nullable(),
  changes: z.array(fieldChangeSchema),
  blobs: z.array(blobReferenceSchema),
  /** Of a `resolve`: the proposals it decides, by their ops. */
  resolves: z.array(z.uuid()).max(50).optional(),
  agent: z.string(),
  capturedAtMs: z.number().int(),
  /** Monotonic milliseconds of the station since it started: shows a clock that jumped. */
  monotonicMs: z.number().int(),
  stationId: z.uuid(),
  /** Gapless per station, from 1. */
  stationSeq: z.number().int().positive(),
  /** SHA-256 of the station's previous op (64 zeros for the first): order, gaps and clones become provable. */
  previousHash: sha256Hex,
  training: z.boolean(),
});
export type Op = z.infer<typeof opSchema>;
