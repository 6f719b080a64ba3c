import { z } from 'zod';
import { sha256Hex } from './op.ts';
import { chainStartSchema, keptReceipts } from './requests.ts';
import { keyIdText } from './signed-reply.ts';
import { stationKeysSchema } from './station-keys.ts';

/** What lies in one volume of a batch carried on a key (docs/protocol/batch-file.md). */

/** Below 2 GiB: what every file system of a key, and every tool beside ours, can hold. */
export const MAX_VOLUME_BYTES = 2 * 1024 ** 3 - 16 * 1024 ** 2;
export const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;
/** A longer line is no op of ours: two sides agree on 2 MiB for a whole request. */
export const MAX_LINE_BYTES = 2 * 1024 * 1024;

/** Of the body of `POST /v1/batches`. */
export const BATCH_TYPE = 'application/vnd.guichet.lot';
/** A larger volume travels on a key; `batch export --volume-mb` makes smaller ones. */
export const MAX_BATCH_REQUEST_BYTES = 128 * 1024 * 1024;

/** Names of the entries, in this order; then `blobs/<sha256>` in the order of the manifest. */
export const MANIFEST_ENTRY = 'manifest.json';
export const SIGNATURE_ENTRY = 'manifest.sig';
export const OPS_ENTRY = 'ops.ndjson';
export const blobEntry = (sha256: string): string => `blobs/${sha256}`;

/** A public key of age (bech32), as stations are told it. */
export const recipientText = z.string().regex(/^age1[02-9ac-hj-np-z]{20,4000}$/);

export const batchManifestSchema = z.looseObject({
  kind: z.literal('batch'),
  schema: z.literal(1),
  /** Hash of what the whole batch holds; the same in each of its volumes. */
  batchId: sha256Hex,
  stationId: z.uuid(),
  training: z.boolean(),
  /** The centre it is for. */
  keyId: keyIdText,
  /** Of the centre, as the station last knew it. */
  epoch: z.uuid(),
  createdAtMs: z.number().int(),
  volume: z.object({ number: z.number().int().positive(), count: z.number().int().positive() }),
  /** Null for a volume of scans alone. The first op of the volume says what it follows. */
  ops: z
    .object({
      count: z.number().int().positive(),
      firstSeq: z.number().int().positive(),
      lastSeq: z.number().int().positive(),
      previousHash: sha256Hex,
      sha256: sha256Hex,
      size: z.number().int().positive(),
    })
    .nullable(),
  blobs: z.array(z.object({ sha256: sha256Hex, size: z.number().int().nonnegative() })),
  /** Receipts the station keeps and the centre has not confirmed; in the first volume. Absent at older stations. */
  receipts: keptReceipts.optional(),
  /** Of a station attached again: where its chain begins, which may have moved on since it asked. */
  start: chainStartSchema.optional(),
  /** How its signing keys followed each other, if they changed. */
  keys: stationKeysSchema.optional(),
});
export type BatchManifest = z.infer<typeof batchManifestSchema>;
