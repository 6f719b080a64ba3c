import { z } from 'zod';
import { recipientText } from './batch.ts';
import { sha256Hex } from './op.ts';
import { keyIdText, nonceText, publicKeyText, signedSchema } from './signed-reply.ts';
import { verdictSchema } from './verdict.ts';

/** Public keys of age that batches on a key are written for; none at a centre that takes no batches. */
const batchRecipients = z.array(recipientText).max(8).default([]);

const versionRange = z.object({ min: z.number().int(), max: z.number().int() });

/** Payloads of signed replies. Unknown members are dropped: a newer centre may say more. */

export const helloSchema = z.object({
  kind: z.literal('hello'),
  nonce: nonceText,
  /** Changes when the centre is restored from a backup: what it acknowledged before must be offered again. */
  epoch: z.uuid(),
  serverTimeMs: z.number().int(),
  /** Of ops. */
  schemas: versionRange,
  /** Of the protocol; a centre that does not say speaks the first. */
  protocols: versionRange.default({ min: 1, max: 1 }),
  /** Null while no station has enrolled and nobody told the centre its kind. */
  training: z.boolean().nullable(),
  /** Null when the request was not signed by an enrolled station. */
  station: z
    .object({
      stationId: z.uuid(),
      lastStationSeq: z.number().int(),
      suspended: z.boolean(),
      /** A revoked station may still hand over what it has: a person decides. Absent at older centres. */
      revoked: z.boolean().default(false),
      /** Why, where it is known: `office`, `revoked`, `replaced`, or the reason of a verdict. */
      suspendedFor: z.string().max(60).nullable().default(null),
    })
    .nullable(),
  batchRecipients,
  /** Whether a station may change its signing key. Older centres know one for ever. */
  takesStationKeys: z.boolean().default(false),
});
export type Hello = z.infer<typeof helloSchema>;

export const enrolmentSchema = z.object({
  kind: z.literal('enrolment'),
  nonce: nonceText,
  stationId: z.uuid(),
  /** For numbers to come; the claimed one when it was free. */
  block: z.string().regex(/^\d{4}$/),
  claimedBlockContested: z.boolean(),
  epoch: z.uuid(),
  server: z.object({ keyId: keyIdText, publicKey: publicKeyText }),
  batchRecipients,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

const reason = z.string().max(60).nullable();

export const opsReplySchema = z.object({
  kind: z.literal('ops'),
  nonce: nonceText,
  /** One per line, in order. `opId` and `sha256` are of the bytes received; null when the line made no sense. */
  verdicts: z.array(
    z.object({ opId: z.uuid().nullable(), sha256: sha256Hex.nullable(), verdict: verdictSchema, reason }),
  ),
  /** Signed `ops-receipt`s that together cover every op the centre keeps. */
  receipts: z.array(signedSchema),
});
export type OpsReply = z.infer<typeof opsReplySchema>;
export type OpVerdict = OpsReply['verdicts'][number];

export const opsStatusReplySchema = z.object({
  kind: z.literal('ops-status'),
  nonce: nonceText,
  /** Ops the centre does not hold are left out. */
  known: z.array(z.object({ opId: z.uuid(), sha256: sha256Hex, verdict: verdictSchema, reason })),
  receipts: z.array(signedSchema),
});
export type OpsStatusReply = z.infer<typeof opsStatusReplySchema>;

export const blobsMissingReplySchema = z.object({
  kind: z.literal('blobs-missing'),
  nonce: nonceText,
  missing: z.array(sha256Hex),
  /** Of those, the ones this station has begun to send, and how far: it need not ask again. */
  begun: z.array(z.object({ sha256: sha256Hex, offset: z.number().int().nonnegative() })).default([]),
});
export type BlobsMissingReply = z.infer<typeof blobsMissingReplySchema>;

export const receiptsConfirmedSchema = z.object({
  kind: z.literal('receipts-confirmed'),
  nonce: nonceText,
  epoch: z.uuid(),
  /** Those of the asked receipts that the centre holds, with what they stand for. */
  confirmed: z.array(z.uuid()),
});
export type ReceiptsConfirmed = z.infer<typeof receiptsConfirmedSchema>;
