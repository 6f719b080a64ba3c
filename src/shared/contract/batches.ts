import { z } from 'zod';
import { MAX_VOLUME_BYTES } from '../protocol/batch.ts';
import { sha256Hex } from '../protocol/op.ts';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';

const volumeSchema = z.strictObject({
  number: z.number().int(),
  ops: z.number().int(),
  scans: z.number().int(),
  /** Last file written of it, read back; null before any. */
  file: z
    .strictObject({ name: z.string(), sha256: z.string(), size: z.number().int(), writtenAtMs: z.number() })
    .nullable(),
  /** The centre's printed code for it was typed in. */
  codeSeenAtMs: z.number().nullable(),
});

export const BATCH_STATES = ['sealed', 'exported', 'settled'] as const;

export const batchSchema = z.strictObject({
  batchId: z.string(),
  /** `sealed`: not wholly written yet; `exported`: each volume was; `settled`: nothing of it waits for an answer. */
  state: z.enum(BATCH_STATES),
  agent: z.string(),
  sealedAtMs: z.number(),
  settledAtMs: z.number().nullable(),
  firstSeq: z.number().int().nullable(),
  lastSeq: z.number().int().nullable(),
  opsWaiting: z.number().int(),
  scansWaiting: z.number().int(),
  volumes: z.array(volumeSchema),
});
export type Batch = z.infer<typeof batchSchema>;

/** Result of the job of an export. */
export const batchExportSchema = z.strictObject({
  batchId: z.string(),
  /** `wasThere`: it lay there whole already, and was not written again. */
  files: z.array(z.strictObject({ name: z.string(), size: z.number().int(), wasThere: z.boolean() })),
});
export type BatchExport = z.infer<typeof batchExportSchema>;

const settledCounts = {
  opsAccepted: z.number().int(),
  opsDuplicate: z.number().int(),
  opsRefused: z.number().int(),
  scansReceived: z.number().int(),
};

const settledReceipt = z.strictObject({
  batchId: z.string(),
  volume: z.number().int(),
  volumes: z.number().int(),
  ...settledCounts,
  /** Of the whole batch, what still waits; zero when this station does not know it. */
  opsWaiting: z.number().int(),
  scansWaiting: z.number().int(),
});

export const batchContract = {
  /** The batches of this station, newest first; `open` is what the next one would hold. */
  'batches.list': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      open: z.strictObject({ ops: z.number().int(), scans: z.number().int() }),
      /** Whether the centre's key for batches is known. */
      isReady: z.boolean(),
      refusedReceipts: z.number().int(),
      batches: z.array(batchSchema),
    }),
  }),
  /**
   * Seals what waits, or takes a sealed batch again, and writes its volumes into a folder; a job whose result is a `BatchExport`. The
   * caller chooses a folder that exists, and at most a name that ends in `.lot`: it can replace nothing else.
   */
  'batches.export': defineCommand({
    access: 'agent',
    input: z.strictObject({
      folder: z.string().trim().min(1).max(1000),
      fileName: z
        .string()
        .regex(/^[\w][\w.-]{0,100}\.lot$/)
        .optional(),
      batchId: z.string().optional(),
      volumeBytes: z.number().int().min(16_384).max(MAX_VOLUME_BYTES).optional(),
    }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  /** Asks for a folder; null when the clerk gives up. */
  'batches.chooseFolder': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ folder: z.string().nullable() }),
  }),
  /** Settles what a receipt file of the centre proves, as a reply on the line would. */
  'batches.receipt': defineCommand({
    access: 'agent',
    input: z.strictObject({ content: bytes }),
    output: settledReceipt,
  }),
  /** Brings a volume, whoever's it is, to the centre by the line. Its receipt is settled here when it is of this station. */
  'batches.deliver': defineCommand({
    access: 'agent',
    input: z.strictObject({ content: bytes }),
    output: z.strictObject({ settled: settledReceipt.nullable(), receipt: bytes }),
  }),
  /** Notes the printed code of a receipt: the volume arrived. It names no op, and settles none. */
  'batches.receiptCode': defineCommand({
    access: 'agent',
    input: z.strictObject({ code: z.string().max(1000) }),
    output: z.strictObject({
      batchId: z.string(),
      volume: z.number().int(),
      volumes: z.number().int(),
      received: z.number().int(),
      refused: z.number().int(),
      scans: z.number().int(),
      isKnown: z.boolean(),
    }),
  }),
  /** What this station can tell of a file by its hash: without the centre's key it cannot look inside. */
  'batches.inspect': defineCommand({
    access: 'agent',
    input: z.strictObject({ sha256: sha256Hex }),
    output: z.strictObject({
      /** The volume that was written as exactly these bytes; null when none was. */
      volume: z
        .strictObject({
          batchId: z.string(),
          number: z.number().int(),
          count: z.number().int(),
          ops: z.number().int(),
          firstSeq: z.number().int().nullable(),
          lastSeq: z.number().int().nullable(),
          scans: z.number().int(),
          createdAtMs: z.number(),
        })
        .nullable(),
    }),
  }),
};
