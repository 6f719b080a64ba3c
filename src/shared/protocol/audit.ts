import { z } from 'zod';
import { sha256Hex } from './op.ts';
import { nonceText, signatureText } from './signed-reply.ts';

/** Checkpoints of one request. */
export const MAX_CHECKPOINTS = 100;

const place = z.strictObject({ entries: z.number().int().positive(), hash: sha256Hex });

/** Where a station's audit log stood, by its number of entries and the hash of its chain; the station signs the canonical bytes. */
export const checkpointSchema = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('audit-checkpoint'),
  stationId: z.uuid(),
  ...place.shape,
  /** The one before it, of the same station: a log that was cut or written anew cannot give back what the centre keeps. */
  previous: place.nullable(),
  atMs: z.number().int(),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

const signedCheckpoint = z.strictObject({ canonical: z.string().max(1_000), signature: signatureText });
export type SignedCheckpoint = z.infer<typeof signedCheckpoint>;

export const checkpointsRequestSchema = z.strictObject({
  checkpoints: z.array(signedCheckpoint).min(1).max(MAX_CHECKPOINTS),
});

export const checkpointsReplySchema = z.object({
  kind: z.literal('audit-checkpoints'),
  nonce: nonceText,
  /** One per checkpoint, in order. `contradicts`: refused, and shown at the rectorat. */
  verdicts: z.array(z.enum(['kept', 'contradicts'])),
});
export type CheckpointsReply = z.infer<typeof checkpointsReplySchema>;
