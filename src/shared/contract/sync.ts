import { z } from 'zod';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';

export const queueItemSchema = z.strictObject({
  opId: z.string(),
  stationSeq: z.number().int(),
  kind: z.string(),
  registrationNumber: z.string(),
  capturedAtMs: z.number(),
  state: z.enum(['pending', 'acknowledged', 'refused']),
  /** Verdict of the centre, once known. */
  verdict: z.string().nullable(),
  reason: z.string().nullable(),
  /** What a person did about a refusal. */
  dismissed: z.strictObject({ by: z.string(), reason: z.string(), atMs: z.number() }).nullable(),
});
export type QueueItem = z.infer<typeof queueItemSchema>;

export const syncStatusSchema = z.strictObject({
  serverUrl: z.string().nullable(),
  /** Since when the station signs with the key it has. */
  keySinceMs: z.number(),
  opsPending: z.number().int(),
  opsAcknowledged: z.number().int(),
  /** Refused, and nobody has said yet what was done about it. */
  opsRefused: z.number().int(),
  scansPending: z.number().int(),
  scansAcknowledged: z.number().int(),
  lastSuccessMs: z.number().nullable(),
  lastError: z.string().nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** What one run did; the JSON summary of `guichet sync`. */
export const syncSummarySchema = z.strictObject({
  opsSent: z.number().int(),
  opsAccepted: z.number().int(),
  opsDuplicate: z.number().int(),
  opsRefused: z.number().int(),
  scansSent: z.number().int(),
  scansAlreadyThere: z.number().int(),
  receiptsKept: z.number().int(),
  /** Files that are now as the other counters of the académie left them. */
  filesRenewed: z.number().int(),
  /** Files of theirs that this version of the program cannot read. */
  filesUnreadable: z.number().int(),
  opsPending: z.number().int(),
  scansPending: z.number().int(),
});
export type SyncSummary = z.infer<typeof syncSummarySchema>;

export const syncContract = {
  'sync.status': defineCommand({ access: 'agent', input: z.strictObject({}), output: syncStatusSchema }),
  /** One hash over this station's registrations: equal to the centre's when all was sent and no other station exists. */
  'sync.digest': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ recordsSha256: z.string() }),
  }),
  /** Newest first, at most 200; `state` filters. */
  'sync.queue': defineCommand({
    access: 'agent',
    input: z.strictObject({ state: queueItemSchema.shape.state.optional() }),
    output: z.array(queueItemSchema),
  }),
  /** Says what was done about an envoi that the centre refused: it asks for nobody's attention any more, and stays. */
  'sync.dismiss': defineCommand({
    access: 'agent',
    input: z.strictObject({ opId: z.uuid(), reason: z.string().trim().min(3).max(300) }),
    output: z.strictObject({}),
  }),
  /** Enrols the station with a one-time code; pins the server's key. */
  'sync.enrol': defineCommand({
    access: 'agent',
    input: z.strictObject({
      serverUrl: z.url({ protocol: /^https?$/ }).max(200),
      code: z.string().trim().min(4).max(40),
    }),
    output: z.strictObject({ stationId: z.string(), block: z.string(), serverKeyId: z.string() }),
  }),
  /** Attaches a station again that was suspended, copied or moved, with a code for it: a new identity and series of numbers. */
  'sync.enrolAgain': defineCommand({
    access: 'agent',
    input: z.strictObject({ code: z.string().trim().min(4).max(40) }),
    output: z.strictObject({
      stationId: z.string(),
      block: z.string(),
      serverKeyId: z.string(),
      /** Ops that the centre had not taken from the former identity: they leave with the next sending. */
      opsToSend: z.number().int(),
    }),
  }),
  /** Enrolment without a line: the request, to be brought to the centre on a key; `again`, of a station that the centre stopped. */
  'sync.enrolmentFile': defineCommand({
    access: 'agent',
    input: z.strictObject({ again: z.boolean().default(false) }),
    output: z.strictObject({ fileName: z.string(), bytes: bytes }),
  }),
  /** The centre's answer; `mark` is told apart, and says which key must have signed it. */
  'sync.enrolmentAnswer': defineCommand({
    access: 'agent',
    input: z.strictObject({ bytes: bytes, mark: z.string().trim().min(12).max(20) }),
    output: z.strictObject({
      stationId: z.string(),
      block: z.string(),
      serverKeyId: z.string(),
      /** Of a station attached again, as in `sync.enrolAgain`; none otherwise. */
      opsToSend: z.number().int(),
    }),
  }),
  /** A new signing key, introduced by the one in use, which is forgotten. */
  'sync.rotateKey': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ keyId: z.string() }),
  }),
  /** Sends what waits, in batches; a job whose result is a `SyncSummary`. */
  'sync.run': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ jobId: z.string() }),
  }),
};
